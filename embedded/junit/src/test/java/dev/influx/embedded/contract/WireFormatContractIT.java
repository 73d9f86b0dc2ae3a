package dev.influx.embedded.contract;

@EachRegistry
class WireFormatContractIT extends WireFormatContract {
  WireFormatContractIT(RegistryUnderTest registry) {
    super(registry);
  }
}
