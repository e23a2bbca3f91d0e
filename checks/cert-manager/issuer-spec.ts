import { X509Certificate } from 'node:crypto';
import { type FieldProblem, type Fields, isMap, listAt, mapAt, missing, oneOf, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { violation } from '../violation';
import { solverProblems } from './acme-solver';
import { CLUSTER_ISSUER, ISSUER } from './shapes';

export const issuerSpec: Rule = {
  id: 'cert-manager/issuer-spec',
  holds: 'an issuer is of one kind, and has what the kind and its solvers need',
  effect: 'cert-manager’s webhook refuses the issuer: the sync fails.',
  source: 'cert-manager v1.21.1, internal/apis/certmanager/validation/issuer.go',
  check(cluster, report) {
    for (const kind of [ISSUER, CLUSTER_ISSUER]) {
      for (const entry of cluster.ofKind(kind)) {
        for (const problem of problemsOf(specOf<Fields>(entry))) report(entry, violation(entry, problem));
      }
    }
  },
};

function* problemsOf(spec: Fields): Iterable<FieldProblem> {
  yield* oneOf(spec, 'spec', ['acme', 'ca', 'selfSigned', 'vault', 'venafi']);
  if (isMap(spec['acme'])) yield* ofAcme(spec['acme'], 'spec.acme');
  if (isMap(spec['ca'])) yield* missing(spec['ca'], 'spec.ca', 'secretName');
  if (isMap(spec['vault'])) yield* ofVault(spec['vault'], 'spec.vault');
  if (isMap(spec['venafi'])) yield* ofVenafi(spec['venafi'], 'spec.venafi');
}

function* ofAcme(acme: Fields, at: string): Iterable<FieldProblem> {
  yield* missing(acme, at, 'server');
  yield* missing(mapAt(acme, 'privateKeySecretRef'), `${at}.privateKeySecretRef`, 'name');
  if (textAt(acme, 'caBundle') && acme['skipTLSVerify'] === true) {
    yield { at: `${at}.caBundle`, what: 'trusts a CA, and asks for no certificate', fix: 'caBundle or skipTLSVerify.' };
  } else yield* bundle(acme, at);
  const account = mapAt(acme, 'externalAccountBinding');
  if (account) {
    yield* missing(account, `${at}.externalAccountBinding`, 'keyID');
    yield* missing(mapAt(account, 'keySecretRef'), `${at}.externalAccountBinding.keySecretRef`, 'name', 'key');
  }
  for (const [index, solver] of listAt(acme, 'solvers').entries()) {
    if (isMap(solver)) yield* solverProblems(solver, `${at}.solvers[${index}]`);
  }
}

function* ofVault(vault: Fields, at: string): Iterable<FieldProblem> {
  yield* missing(vault, at, 'server', 'path');
  yield* bundle(vault, at);
  if (textAt(vault, 'caBundle') && vault['caBundleSecretRef']) {
    yield { at: `${at}.caBundle`, what: 'has two bundles of CAs', fix: 'caBundle or caBundleSecretRef.' };
  }
  if ((vault['clientCertSecretRef'] === undefined) !== (vault['clientKeySecretRef'] === undefined)) {
    yield {
      at,
      what: 'has a client certificate or its key, and not both',
      fix: 'clientCertSecretRef and clientKeySecretRef.',
    };
  }
  const auth = mapAt(vault, 'auth') ?? {};
  const ways = ['appRole', 'kubernetes', 'tokenSecretRef', 'clientCertificate', 'aws'];
  // Several are let pass: the first is used.
  if (!ways.some((way) => auth[way] !== undefined)) {
    yield { at: `${at}.auth`, what: 'has no way to log in to Vault', fix: `One of ${ways.join(', ')}.` };
  }
  const role = mapAt(auth, 'appRole');
  if (role) {
    yield* missing(role, `${at}.auth.appRole`, 'roleId');
    yield* missing(mapAt(role, 'secretRef'), `${at}.auth.appRole.secretRef`, 'name');
  }
  const kubernetes = mapAt(auth, 'kubernetes');
  if (kubernetes) {
    yield* missing(kubernetes, `${at}.auth.kubernetes`, 'role');
    yield* oneOf(kubernetes, `${at}.auth.kubernetes`, ['secretRef', 'serviceAccountRef']);
  }
  const aws = mapAt(auth, 'aws');
  if (aws) {
    yield* missing(aws, `${at}.auth.aws`, 'role');
    if (aws['serviceAccountRef']) yield* missing(aws, `${at}.auth.aws`, 'iamRoleArn');
  }
}

function* ofVenafi(venafi: Fields, at: string): Iterable<FieldProblem> {
  yield* missing(venafi, at, 'zone');
  yield* oneOf(venafi, at, ['tpp', 'cloud', 'ngts']);
  const tpp = mapAt(venafi, 'tpp');
  if (tpp) yield* missing(tpp, `${at}.tpp`, 'url');
  const ngts = mapAt(venafi, 'ngts');
  if (ngts) yield* missing(ngts, `${at}.ngts`, 'tsgID');
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** A bundle is base64 of PEM, with a certificate at least. */
function* bundle(fields: Fields, at: string): Iterable<FieldProblem> {
  const text = textAt(fields, 'caBundle');
  if (text === '') return;
  const pem = Buffer.from(text, 'base64').toString();
  if ((pem.match(PEM) ?? []).some(isCertificate)) return;
  yield { at: `${at}.caBundle`, what: 'has a bundle without a certificate', fix: 'Base64 of certificates in PEM.' };
}

function isCertificate(pem: string): boolean {
  try {
    return Boolean(new X509Certificate(pem));
  } catch {
    return false;
  }
}
