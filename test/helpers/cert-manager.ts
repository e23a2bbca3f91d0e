import { raw, type TestProps } from './cluster';
import type { Fill } from './rule';

/** cert-manager, installed by somebody else. */
export const CERT_MANAGER: TestProps = {
  externals: { kinds: ['cert-manager.io/Certificate', 'cert-manager.io/Issuer'] },
};

/** An Issuer that signs by itself, with its spec replaced. */
export const issuer =
  (spec: object = { selfSigned: {} }): Fill =>
  (app) =>
    void raw(app, 'issuer', { apiVersion: 'cert-manager.io/v1', kind: 'Issuer', metadata: { name: 'issuer' }, spec });

/** A Certificate of that Issuer. */
export const certificate =
  (spec: object = {}): Fill =>
  (app, cluster) => {
    issuer()(app, cluster);
    raw(app, 'certificate', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'web' },
      spec: {
        secretName: 'web-tls',
        dnsNames: ['a.example.com'],
        issuerRef: { kind: 'Issuer', name: 'issuer' },
        ...spec,
      },
    });
  };

/** An Issuer of ACME with one solver. */
export const acme = (solver: object, more: object = {}): Fill =>
  issuer({
    acme: { server: 'https://acme.example.com', privateKeySecretRef: { name: 'account' }, solvers: [solver], ...more },
  });
