import { type FieldProblem, type Fields, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { specOf } from '../spec-of';
import { cronProblem } from '../syntax/cron';
import { goDurationFix, goDurationSeconds, isGoDuration } from '../syntax/duration';
import { violation } from '../violation';
import { CERTIFICATE } from './shapes';

const NAMES = ['commonName', 'dnsNames', 'uris', 'emailAddresses', 'ipAddresses', 'otherNames'];
const LONGEST_COMMON_NAME = 64;

/** Algorithms of signatures, by the key's; a key is RSA where nothing is said. */
const SIGNATURES: Readonly<Record<string, readonly string[]>> = {
  RSA: ['SHA256WithRSA', 'SHA384WithRSA', 'SHA512WithRSA'],
  ECDSA: ['ECDSAWithSHA256', 'ECDSAWithSHA384', 'ECDSAWithSHA512'],
  Ed25519: ['PureEd25519'],
};

const HOUR = 3600;
const DEFAULT_DURATION = 90 * 24 * HOUR;
const LEAST_DURATION = HOUR;
const LEAST_RENEWAL = 300;

export const certificateSpec: Rule = {
  id: 'cert-manager/certificate-spec',
  holds: 'a Certificate’s names, key, times, keystores and windows are what cert-manager takes',
  effect: 'cert-manager’s webhook refuses the Certificate: the sync fails.',
  source: 'cert-manager v1.21.1, internal/apis/certmanager/validation/certificate.go',
  check(cluster, report) {
    for (const entry of cluster.ofKind(CERTIFICATE)) {
      for (const problem of problemsOf(specOf<Fields>(entry))) report(entry, violation(entry, problem));
    }
  },
};

function* problemsOf(spec: Fields): Iterable<FieldProblem> {
  yield* ofNames(spec);
  yield* ofKey(spec);
  yield* ofTimes(spec);
  yield* ofKeystores(mapAt(spec, 'keystores'));
  yield* ofRenewal(mapAt(spec, 'renewal'));
  const issuer = mapAt(spec, 'issuerRef');
  const kind = textAt(issuer, 'kind');
  const isOwn = ['', 'cert-manager.io'].includes(textAt(issuer, 'group'));
  if (isOwn && !['', 'Issuer', 'ClusterIssuer'].includes(kind)) {
    yield {
      at: 'spec.issuerRef.kind',
      what: `is issued by a ${kind}, which cert-manager has not`,
      fix: 'Issuer or ClusterIssuer; of another issuer say its group too.',
    };
  }
  const history = spec['revisionHistoryLimit'];
  if (typeof history === 'number' && history < 1) {
    yield { at: 'spec.revisionHistoryLimit', what: `keeps ${history} revisions`, fix: '1 at least, or leave it out.' };
  }
  const formats = listAt(spec, 'additionalOutputFormats').map((format) => textAt(format as Fields, 'type'));
  const twice = formats.find((format, index) => formats.indexOf(format) < index);
  if (twice)
    yield { at: 'spec.additionalOutputFormats', what: `has the output format ${twice} twice`, fix: 'Take one away.' };
  for (const key of Object.keys(mapAt(mapAt(spec, 'secretTemplate'), 'annotations') ?? {})) {
    if (!key.startsWith('cert-manager.io/') || key === 'cert-manager.io/allow-direct-injection') continue;
    yield {
      at: 'spec.secretTemplate.annotations',
      what: `gives its Secret the annotation ${key}`,
      fix: 'Those of cert-manager.io are its own.',
    };
  }
  for (const [key, value] of Object.entries(mapAt(mapAt(spec, 'secretTemplate'), 'labels') ?? {})) {
    if (LABEL_KEY.test(key) && LABEL_VALUE.test(String(value))) continue;
    yield {
      at: 'spec.secretTemplate.labels',
      what: `gives its Secret the label "${key}: ${String(value)}"`,
      fix: 'A key and a value as Kubernetes has labels.',
    };
  }
}

const LABEL_KEY = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/;

function* ofNames(spec: Fields): Iterable<FieldProblem> {
  const literal = textAt(spec, 'literalSubject');
  const common = literal ? (/(?:^|,)\s*CN=([^,]*)/i.exec(literal)?.[1] ?? '') : textAt(spec, 'commonName');
  const hasName = common !== '' || NAMES.some((key) => listAt(spec, key).length > 0);
  if (!hasName) yield { at: 'spec', what: 'is for no name', fix: `One of ${NAMES.join(', ')}.` };
  if (Buffer.byteLength(common) > LONGEST_COMMON_NAME) {
    yield {
      at: 'spec.commonName',
      what: `has a common name of more than ${LONGEST_COMMON_NAME} bytes`,
      fix: 'Put it into dnsNames.',
    };
  }
  if (!literal) return;
  const subject = Object.values(mapAt(spec, 'subject') ?? {}).some((value) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value),
  );
  if (subject || textAt(spec, 'commonName')) {
    yield { at: 'spec.literalSubject', what: 'has a literal subject, and parts of one', fix: 'One of the two.' };
  }
}

function* ofKey(spec: Fields): Iterable<FieldProblem> {
  const signature = textAt(spec, 'signatureAlgorithm');
  const key = mapAt(spec, 'privateKey');
  const algorithm = textAt(key, 'algorithm') || 'RSA';
  const allowed = SIGNATURES[algorithm];
  if (signature && allowed && !allowed.includes(signature)) {
    yield {
      at: 'spec.signatureAlgorithm',
      what: `signs by ${signature} with a key of ${algorithm}`,
      fix: `One of ${allowed.join(', ')}.`,
    };
  }
  const size = key?.['size'];
  if (typeof size !== 'number' || size === 0) return;
  const isWrong =
    algorithm === 'RSA' ? size < 2048 || size > 8192 : algorithm === 'ECDSA' && ![256, 384, 521].includes(size);
  if (isWrong)
    yield {
      at: 'spec.privateKey.size',
      what: `has a key of ${algorithm} with ${size} bits`,
      fix: 'RSA: 2048 to 8192; ECDSA: 256, 384 or 521.',
    };
}

function* ofTimes(spec: Fields): Iterable<FieldProblem> {
  for (const field of ['duration', 'renewBefore']) {
    const text = textAt(spec, field);
    if (text === '' || isGoDuration(text)) continue;
    const what = `has the ${field} "${text}"`;
    yield { at: `spec.${field}`, what, fix: `Hours are the largest unit: ${goDurationFix(text)}.` };
  }
  const duration = goDurationSeconds(textAt(spec, 'duration')) ?? DEFAULT_DURATION;
  const before = goDurationSeconds(textAt(spec, 'renewBefore'));
  const percentage = spec['renewBeforePercentage'];
  if (duration < LEAST_DURATION)
    yield { at: 'spec.duration', what: 'is valid for less than an hour', fix: '1h at least.' };
  if (before !== undefined && percentage !== undefined) {
    yield { at: 'spec.renewBefore', what: 'says renewBefore and renewBeforePercentage', fix: 'One of them.' };
  }
  if (before !== undefined && before < LEAST_RENEWAL)
    yield { at: 'spec.renewBefore', what: 'is renewed less than five minutes before its end', fix: '5m at least.' };
  if (before !== undefined && before >= duration) {
    yield {
      at: 'spec.renewBefore',
      what: 'is renewed before it is there: renewBefore is not less than its duration',
      fix: 'A third of the duration, say.',
    };
  }
  if (typeof percentage !== 'number') return;
  const left = (duration * (100 - percentage)) / 100;
  if (left < LEAST_RENEWAL || left >= duration) {
    yield {
      at: 'spec.renewBeforePercentage',
      what: `is renewed after ${percentage} % of its time`,
      fix: 'More than 0, and five minutes before its end at least.',
    };
  }
}

function* ofKeystores(keystores: Fields | undefined): Iterable<FieldProblem> {
  for (const kind of ['jks', 'pkcs12']) {
    const store = mapAt(keystores, kind);
    if (!store) continue;
    const at = `spec.keystores.${kind}`;
    const password = store['password'];
    const isNamed = textAt(mapAt(store, 'passwordSecretRef'), 'name') !== '';
    if (password === '')
      yield {
        at: `${at}.password`,
        what: `has an empty password for its ${kind}`,
        fix: 'Say one, or `passwordSecretRef`.',
      };
    if ((password !== undefined) === isNamed) {
      yield {
        at,
        what: `has ${isNamed ? 'two passwords' : 'no password'} for its ${kind}`,
        fix: 'Either `password` or `passwordSecretRef`.',
      };
    }
  }
}

function* ofRenewal(renewal: Fields | undefined): Iterable<FieldProblem> {
  const windows = listAt(renewal, 'windows') as readonly Fields[];
  if (windows.length > 0 && textAt(renewal, 'policy') === 'Disabled') {
    yield {
      at: 'spec.renewal.windows',
      what: 'has windows for a renewal that is off',
      fix: 'Take them away, or `policy: RenewBefore`.',
    };
    return;
  }
  for (const [index, window] of windows.entries()) {
    const at = `spec.renewal.windows[${index}]`;
    const cron = textAt(window, 'cron');
    const problem = cronProblem(cron, { descriptors: true });
    if (problem)
      yield { at: `${at}.cron`, what: `has a window "${cron}": ${problem}`, fix: 'Five fields: "0 3 * * *".' };
    if (window['windowDuration'] === undefined)
      yield { at, what: 'has a window without a length', fix: 'Say `windowDuration`.' };
  }
}
