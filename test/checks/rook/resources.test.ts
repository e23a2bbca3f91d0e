import { cephCluster, ROOK, replicated, rook, withCluster } from '../../helpers/rook';
import { testRule } from '../../helpers/rule';

testRule(
  'rook/resources',
  {
    wrong: [
      [
        'a limit below the request',
        cephCluster({ resources: { mon: { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } } } }),
        'mon has a memory limit of 1Gi, less than its request of 2Gi',
      ],
      [
        'too little for Ceph',
        cephCluster({ resources: { osd: { limits: { memory: '1Gi' } } } }),
        'osd may have 1Gi of memory; Ceph wants 2048Mi',
      ],
      [
        'too little for a class',
        cephCluster({ resources: { 'osd-ssd': { requests: { memory: '1Gi' } } } }),
        'osd-ssd may have 1Gi',
      ],
      [
        'jobs with a limit',
        cephCluster({ resources: { prepareosd: { limits: { memory: '200Mi' } } } }),
        'limits the memory of the jobs',
      ],
      [
        'metadata servers',
        withCluster(
          rook('Filesystem', 'files', {
            metadataPool: replicated(),
            dataPools: [replicated(3, { name: 'x' })],
            preserveFilesystemOnDelete: true,
            metadataServer: { activeCount: 1, resources: { requests: { memory: '8Gi' }, limits: { memory: '4Gi' } } },
          }),
        ),
        'mds has a memory limit of 4Gi',
      ],
    ],
    right: {
      enough: cephCluster({
        resources: { mon: { limits: { memory: '2Gi' } }, crashcollector: { limits: { memory: '60Mi' } } },
      }),
    },
  },
  ROOK,
);
