import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';
import { all, VELERO } from '../../helpers/velero';

const storageClass =
  (name: string): Fill =>
  (app) => {
    raw(app, name, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
      provisioner: 'csi.example.com',
    });
  };

testRule(
  'kubernetes/default-class',
  {
    wrong: [['two', all(storageClass('a'), storageClass('b')), 'StorageClass b is the default class, as is a']],
    right: {
      one: storageClass('a'),
    },
  },
  VELERO,
);
