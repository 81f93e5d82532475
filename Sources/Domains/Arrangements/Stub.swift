enum ArrangementsStub {}
