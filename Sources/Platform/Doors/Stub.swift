enum DoorsStub {}
