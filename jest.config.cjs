/** Tests run through SWC: no type-checking here, that is `npm run types`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  // The whole suite is short; a test that needs longer says so itself.
  testTimeout: 30_000,
};
