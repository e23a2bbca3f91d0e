import { EDGE, proxyWith } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const file = { type: 'File', file: { path: '/dev/stdout' } };
const log = (...settings: readonly object[]) => proxyWith({ telemetry: { accessLog: { settings } } });

testRule(
  'envoy-gateway/access-log',
  {
    wrong: [
      [
        'a file without its path',
        log({ sinks: [{ type: 'File' }] }),
        'logs to a sink of type File and does not say where',
      ],
      [
        'a text without its format',
        log({ format: { type: 'Text' }, sinks: [file] }),
        'logs as text and does not say which',
      ],
      ['a condition that is none', log({ matches: ['response.code >='], sinks: [file] }), 'which is no CEL'],
      [
        'metrics to nowhere',
        proxyWith({ telemetry: { metrics: { sinks: [{ type: 'OpenTelemetry' }] } } }),
        'sends metrics to a sink of type OpenTelemetry',
      ],
    ],
    right: { 'a file, sometimes': log({ matches: ['response.code >= 400'], sinks: [file] }) },
  },
  EDGE,
);
