/** RE2, which the API server and most controllers read patterns with. */
export function re2() {
  // Loaded only where there is a pattern: it is a third of a megabyte.
  const { RE2JS } = require('re2js') as typeof import('re2js');
  return RE2JS;
}
