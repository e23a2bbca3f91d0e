/** A file's own bundle as text; cli/inline-worker.mjs makes it. */
declare module 'worker:*' {
  const code: string;
  export default code;
}
