import { type FieldProblem, type Fields, isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { celProblem } from '../syntax/cel';
import { refusedProxy } from './proxy-users';
import { ENVOY_PROXY } from './settings';

/** Where each type of sink says its settings. */
const FIELDS: Readonly<Record<string, string>> = { File: 'file', ALS: 'als', OpenTelemetry: 'openTelemetry' };

export const accessLog: Rule = {
  id: 'envoy-gateway/access-log',
  holds: 'access logs and metrics have sinks that say where to, and conditions that parse',
  effect: 'InvalidParameters: the EnvoyProxy is not accepted, and its Gateways are not programmed.',
  source:
    'Envoy Gateway v1.9.0, api/v1alpha1/validation/envoyproxy_validate.go: validateProxyTelemetry; internal/gatewayapi/listener.go: processAccessLog',
  check(cluster, report) {
    for (const proxy of cluster.ofKind(ENVOY_PROXY)) {
      const telemetry = mapAt(mapAt(proxy.object, 'spec'), 'telemetry');
      for (const problem of problemsOf(telemetry)) report(proxy, refusedProxy(cluster, proxy, problem));
    }
  },
};

function* problemsOf(telemetry: Fields | undefined): Iterable<FieldProblem> {
  const log = mapAt(telemetry, 'accessLog');
  for (const [i, setting] of log?.['disable'] === true ? [] : listAt(log, 'settings').entries()) {
    if (!isMap(setting)) continue;
    const at = `spec.telemetry.accessLog.settings[${i}]`;
    const format = mapAt(setting, 'format');
    if (format && textAt(format, 'type') === 'Text' && !textAt(format, 'text'))
      yield { at: `${at}.format`, what: 'logs as text and does not say which', fix: 'Say `text`.' };
    for (const match of listAt(setting, 'matches')) {
      const wrong = celProblem(String(match));
      if (wrong)
        yield {
          at: `${at}.matches`,
          what: `logs where "${String(match)}" holds, which is no CEL (${wrong})`,
          fix: 'Write an expression: "response.code >= 400".',
        };
    }
    yield* sinkProblems(listAt(setting, 'sinks'), `${at}.sinks`, 'logs');
  }
  yield* sinkProblems(listAt(mapAt(telemetry, 'metrics'), 'sinks'), 'spec.telemetry.metrics.sinks', 'sends metrics');
}

function* sinkProblems(sinks: readonly unknown[], at: string, verb: string): Iterable<FieldProblem> {
  for (const [i, sink] of sinks.entries()) {
    const type = isMap(sink) ? textAt(sink, 'type') : '';
    const field = FIELDS[type];
    if (!isMap(sink) || field === undefined || mapAt(sink, field)) continue;
    yield {
      at: `${at}[${i}]`,
      what: `${verb} to a sink of type ${type} and does not say where`,
      fix: `Say \`${field}\`.`,
    };
  }
}
