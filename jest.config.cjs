const swc = ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }];

/** Tests run through SWC: no type-checking here, that is `npm run types`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // The CEL library is an ES module only, which jest does not load as it is.
  transform: { '^.+\\.ts$': swc, '/@marcbachmann/cel-js/.+\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  // The whole suite is short; a test that needs longer says so itself.
  testTimeout: 30_000,
};
