import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NAME_LABEL } from '../kubernetes/workload';
import type { CephCluster } from './ceph-cluster';

/** Writes the connection from what Rook keeps, and again when the monitors move or the key is changed. */
const SCRIPT = `set -eu
trap 'exit 0' TERM
write() {
  cp /etc/rook/mon-endpoints /tmp/mon-endpoints
  cp /var/lib/rook-ceph-mon/secret.keyring /tmp/secret.keyring
  hosts=$(sed 's/[a-z0-9_-]*=//g' /tmp/mon-endpoints)
  {
    echo '[global]'
    echo "mon_host = $hosts"
    echo '[client.admin]'
    echo 'keyring = /etc/ceph/keyring'
  } > /etc/ceph/ceph.conf
  {
    echo "[$ROOK_CEPH_USERNAME]"
    echo "key = $(cat /var/lib/rook-ceph-mon/secret.keyring)"
  } > /etc/ceph/keyring
}
write
while true; do
  sleep 10 & wait $!
  cmp -s /etc/rook/mon-endpoints /tmp/mon-endpoints && cmp -s /var/lib/rook-ceph-mon/secret.keyring /tmp/secret.keyring || write
done
`;

/**
 * Ceph's commands beside the cluster, for the person on call: `kubectl -n rook-ceph exec deploy/rook-ceph-tools -- ceph
 * status`. It has the admin's key; take it away when it is not needed.
 */
export class Toolbox extends Construct {
  constructor(scope: Construct, props: { readonly cluster: CephCluster }) {
    super(scope, 'toolbox');
    const labels = { [NAME_LABEL]: 'rook-ceph-tools' };
    // Rook makes what it mounts once the cluster is there.
    this.node.addDependency(props.cluster);
    new ApiObject(this, 'Default', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'rook-ceph-tools', labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec(props.cluster) },
      },
    });
  }
}

function podSpec({ image }: CephCluster): object {
  return {
    serviceAccountName: 'rook-ceph-default',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 2016,
      runAsGroup: 2016,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'rook-ceph-tools',
        image,
        command: ['/bin/bash', '-c', SCRIPT],
        env: [
          {
            name: 'ROOK_CEPH_USERNAME',
            valueFrom: { secretKeyRef: { name: 'rook-ceph-mon', key: 'ceph-username' } },
          },
        ],
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '1Gi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
        volumeMounts: [
          { name: 'ceph-config', mountPath: '/etc/ceph' },
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'admin-secret', mountPath: '/var/lib/rook-ceph-mon', readOnly: true },
          { name: 'mon-endpoints', mountPath: '/etc/rook', readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'ceph-config', emptyDir: { sizeLimit: '1Mi' } },
      { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      {
        name: 'admin-secret',
        secret: { secretName: 'rook-ceph-mon', items: [{ key: 'ceph-secret', path: 'secret.keyring' }] },
      },
      {
        name: 'mon-endpoints',
        configMap: { name: 'rook-ceph-mon-endpoints', items: [{ key: 'data', path: 'mon-endpoints' }] },
      },
    ],
  };
}
