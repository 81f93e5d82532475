enum CastStub {}
