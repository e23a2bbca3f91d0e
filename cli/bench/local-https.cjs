// Preloaded into `cdk8s import k8s` where there is no network: answers its one download, the schemas of Kubernetes,
// from the file that KUBERNETES_SCHEMA names. Everything else of the import is the CLI's own.
const { readFileSync } = require('node:fs');
const https = require('node:https');
const { Readable } = require('node:stream');

const get = https.get;
https.get = (url, ...rest) => {
  if (!String(url).includes('kubernetes-schemas')) return get(url, ...rest);
  const respond = rest.find((argument) => typeof argument === 'function');
  const { definitions } = JSON.parse(readFileSync(process.env.KUBERNETES_SCHEMA, 'utf8'));
  // As cdk8s' own copy of the document has them.
  definitions['io.k8s.apimachinery.pkg.api.resource.Quantity'] = { oneOf: [{ type: 'string' }, { type: 'number' }] };
  definitions['io.k8s.apimachinery.pkg.util.intstr.IntOrString'] = { oneOf: [{ type: 'string' }, { type: 'integer' }] };
  const response = Readable.from([Buffer.from(JSON.stringify({ definitions }))]);
  response.statusCode = 200;
  setImmediate(() => respond(response));
  return { once() {}, end() {} };
};
