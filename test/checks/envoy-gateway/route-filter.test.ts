import { ConfigMap } from '../../../constructs/kubernetes/config-map';
import type { Application } from '../../../fleet/application';
import { raw } from '../../helpers/cluster';
import { EDGE, envoyObject, gateway, HTTP, route, web } from '../../helpers/gateway';
import { type Fill, testRule } from '../../helpers/rule';

/** A route that uses a filter. */
const filtered =
  (spec: object, kind = 'HTTPRoute', gatewayClassName = 'envoy') =>
  (app: Application) => {
    web(app);
    gateway(app, [HTTP], { gatewayClassName });
    envoyObject(app, 'HTTPRouteFilter', 'filter', spec);
    const extensionRef = { group: 'gateway.envoyproxy.io', kind: 'HTTPRouteFilter', name: 'filter' };
    const filters = [{ type: 'ExtensionRef', extensionRef }];
    route(app, kind, 'x', { rules: [{ filters, backendRefs: [{ name: 'web', port: 80 }] }] });
  };

const path = (pattern: string) => ({
  urlRewrite: { path: { type: 'ReplaceRegexMatch', replaceRegexMatch: { pattern, substitution: '/$1' } } },
});
const page = (name: string) => ({
  directResponse: { body: { type: 'ValueRef', valueRef: { group: '', kind: 'ConfigMap', name } } },
});
const credential = (name: string, namespace?: string) => ({
  credentialInjection: { credential: { valueRef: { name, namespace } } },
});

const withPage =
  (name: string): Fill =>
  (app) => {
    new ConfigMap(app, 'page', { data: { 'response.body': 'Sorry' } });
    filtered(page(name))(app);
  };

const withSecret =
  (stringData: object): Fill =>
  (app) => {
    raw(app, 'upstream', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'upstream' }, stringData });
    app.allow('secrets/plaintext', 'A test.');
    filtered(credential('upstream'))(app);
  };

testRule(
  'envoy-gateway/route-filter',
  {
    wrong: [
      ['a pattern that is none', filtered(path('^/(?!api)(.*)')), 'which is none of RE2'],
      [
        'a host from a pattern without a substitution',
        filtered({
          urlRewrite: { hostname: { type: 'PathRegex', pathRegex: { pattern: '^/(.*)', substitution: '' } } },
        }),
        'rewrites the hostname by a PathRegex without a substitution',
      ],
      ['a page that is not there', withPage('pgae'), 'which nothing makes in app. Did you mean "page"?'],
      [
        'a credential that is not there',
        filtered(credential('tsl')),
        'takes a credential from the Secret "tsl", which nothing makes in app. Did you mean "tls"?',
      ],
      ['a credential under another key', withSecret({ token: 'x' }), 'which has "token" and no "credential"'],
      [
        'a credential of another namespace',
        filtered(credential('tls', 'certs')),
        'takes a credential from the Secret "tls" of certs, which does not let it',
      ],
      [
        'an answer to gRPC that says all is well',
        filtered({ directResponse: { contentType: 'text/plain' } }, 'GRPCRoute'),
        'answers GRPCRoute app/x with the status 200',
      ],
    ],
    right: {
      'a pattern': filtered(path('^/api/(.*)')),
      'a page': withPage('page'),
      'a credential': withSecret({ credential: 'Basic x' }),
      'a denial to gRPC': filtered({ directResponse: { statusCode: 403 } }, 'GRPCRoute'),
      'another controller’s': filtered(path('(?!x)'), 'HTTPRoute', 'foreign'),
      'one that no route uses': (app) => {
        envoyObject(app, 'HTTPRouteFilter', 'filter', path('(?!x)'));
      },
    },
  },
  { ...EDGE, externals: { ...EDGE.externals, gatewayClasses: ['foreign'] } },
);
