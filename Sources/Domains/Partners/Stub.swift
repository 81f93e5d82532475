enum PartnersStub {}
