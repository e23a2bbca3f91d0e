import { buildApp } from '../../helpers/cluster';
import { EDGE, gatewayClass, gatewayObject, route, web } from '../../helpers/gateway';

const ODD: readonly unknown[] = [undefined, 7, 'text', [], [null], [7], {}];

/** What a schema would refuse must not blind rules for other objects: each still tells the one mistake beside it. */
test.each(ODD.map((value) => [JSON.stringify(value) ?? 'nothing', value]))(
  'listeners and parents that are %s',
  (_, value) => {
    const built = buildApp((app) => {
      gatewayClass(app);
      gatewayObject(app, 'Gateway', 'odd', { gatewayClassName: 'envoy', listeners: value });
      gatewayObject(app, 'ListenerSet', 'odd', value as object);
      route(app, 'HTTPRoute', 'odd', { parentRefs: value, rules: value });
      web(app);
      route(app, 'HTTPRoute', 'lost', { parentRefs: [{ name: 'nobody' }] });
    }, EDGE);
    const lost = built.findings.filter(({ message }) => message.includes('app/lost is attached to Gateway app/nobody'));
    expect(lost).toHaveLength(1);
  },
);
