import { mergeValues } from '../../../constructs/argocd/values';

test('values merge as Helm merges them: maps key by key, lists and scalars whole', () => {
  expect(mergeValues<object>({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, e: { f: 1 } })).toEqual({
    a: { b: 1, c: [3] },
    d: 1,
    e: { f: 1 },
  });
});
