import { cephCluster, ROOK } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

const TEMPLATE = { metadata: { name: 'data' }, spec: { volumeMode: 'Block', storageClassName: 'fast' } };
const SET = { name: 'set', count: 3, volumeClaimTemplates: [TEMPLATE] };
const sets = (...storageClassDeviceSets: object[]) => cephCluster({ storage: { storageClassDeviceSets } });

testRule(
  'rook/device-set',
  {
    wrong: [
      [
        'a class that is not there',
        sets({
          ...SET,
          volumeClaimTemplates: [{ ...TEMPLATE, spec: { volumeMode: 'Block', storageClassName: 'fsat' } }],
        }),
        'wants the StorageClass "fsat", which nothing makes. Did you mean "fast"?',
      ],
      ['one twice', sets(SET, SET), 'device set "set" is there twice'],
      ['no template', sets({ ...SET, volumeClaimTemplates: [] }), 'has no volumeClaimTemplates'],
      [
        'a filesystem',
        sets({ ...SET, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName: 'fast' } }] }),
        'wants Filesystem volumes',
      ],
      [
        'a template of another name',
        sets({ ...SET, volumeClaimTemplates: [{ ...TEMPLATE, metadata: { name: 'disk' } }] }),
        'has a template "disk"',
      ],
      [
        'placement of nobody',
        cephCluster({ placement: { osd: {} }, storage: { storageClassDeviceSets: [SET] } }),
        'says placement.osd',
      ],
      [
        'Vault without an address',
        cephCluster({
          security: {
            cephx: { csi: { keyType: 'aes' } },
            kms: { connectionDetails: { KMS_PROVIDER: 'vault', VAULT_AUTH_METHOD: 'kubernetes' } },
          },
        }),
        'the key management vault lacks VAULT_ADDR',
      ],
    ],
    right: {
      'as it should be': sets({ ...SET, portable: true, encrypted: true }),
    },
  },
  ROOK,
);
