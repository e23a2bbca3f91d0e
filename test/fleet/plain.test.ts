import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import fc from 'fast-check';
import { hasOwnResolvers, toPlainObject } from '../../fleet/plain';
import { Application } from '../../imports/argoproj.io';

const chart = () => new Chart(new App(), 'c', { namespace: 'ns', labels: { team: 'a' } });
const expectSame = (object: ApiObject) => expect(toPlainObject(object, false)).toEqual(object.toJson());

/** A generated int-or-string, as `cdk8s import` writes them. */
class IntOrString {
  constructor(readonly value: number | string) {}
}

describe('the fast way to plain objects gives what cdk8s gives', () => {
  test.each<[string, Record<string, unknown>]>([
    ['nulls and undefined', { spec: { a: null, b: undefined, c: { d: null }, e: [1, { f: null }] } }],
    [
      'empty maps and lists',
      { spec: { a: {}, b: [], c: { d: {} } }, metadata: { labels: {}, annotations: { x: '' } } },
    ],
    ['lazy values', { spec: { a: Lazy.any({ produce: () => ({ b: Lazy.any({ produce: () => [1] }) }) }) } }],
    ['a lazy nothing', { spec: { a: Lazy.any({ produce: () => undefined }), b: 1 } }],
    ['implicit tokens', { spec: { a: { resolve: () => 'x' } } }],
    ['int-or-string classes', { spec: { port: new IntOrString(80) } }],
    [
      'metadata',
      { metadata: { name: 'n', namespace: 'other', finalizers: ['f'], labels: { a: 'b' }, custom: { c: [] } } },
    ],
    ['generateName', { metadata: { generateName: 'g-' } }],
    ['no spec', { data: { a: 'b' } }],
  ])('%s', (_, props) => {
    expectSame(new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'ConfigMap', ...props }));
  });

  test('labels and annotations added later, and extra metadata', () => {
    const object = new ApiObject(chart(), 'o', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { labels: { a: '1' } },
    });
    object.metadata.addLabel('b', '2');
    object.metadata.addAnnotation('c', '3');
    object.metadata.addFinalizers('f');
    object.metadata.add('generation', 3);
    expectSame(object);
  });

  test('patches and generated classes', () => {
    const scope = chart();
    const patched = new ApiObject(scope, 'o', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
    patched.addJsonPatch(JsonPatch.add('/data/c', 'd'), JsonPatch.replace('/kind', 'Other'));
    expectSame(patched);
    const spec = { project: 'p', destination: { server: 's' }, source: { repoUrl: 'r' } };
    expectSame(new Application(scope, 'a', { metadata: {}, spec }));
  });

  test('resolvers of an App are seen', () => {
    expect(hasOwnResolvers(new App())).toBe(false);
    expect(hasOwnResolvers(new App({ resolvers: [{ resolve: () => undefined }] }))).toBe(true);
  });

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { noNullPrototype: true }), (spec) => {
        // cdk8s itself cannot take a key of this name.
        fc.pre(!/__proto__|"constructor"/.test(JSON.stringify(spec)));
        expectSame(new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'ConfigMap', spec }));
      }),
      { numRuns: 300 },
    );
  });

  test('what has no place in a manifest is refused, with the construct’s path', () => {
    const object = new ApiObject(chart(), 'o', { apiVersion: 'v1', kind: 'ConfigMap', spec: { at: new Map() } });
    expect(() => toPlainObject(object, false)).toThrow('c/o holds a Map');
  });
});
