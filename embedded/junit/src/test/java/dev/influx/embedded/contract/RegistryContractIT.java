package dev.influx.embedded.contract;

@EachRegistry
class RegistryContractIT extends RegistryContract {
  RegistryContractIT(RegistryUnderTest registry) {
    super(registry);
  }
}
