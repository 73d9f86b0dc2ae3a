package dev.influx.embedded.contract;

@EachRegistry
class SerializerContractIT extends SerializerContract {
  SerializerContractIT(RegistryUnderTest registry) {
    super(registry);
  }
}
