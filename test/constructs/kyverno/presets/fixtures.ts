import * as baseline from '../../../../constructs/kyverno/presets/baseline';
import * as best from '../../../../constructs/kyverno/presets/best-practice';
import type { PolicyDefinition } from '../../../../constructs/kyverno/presets/definition';
import * as restricted from '../../../../constructs/kyverno/presets/restricted';

/** A preset with Pods' parts that pass and fail it; what is not said is as in `admission.pod`. */
export interface Fixture {
  readonly preset: PolicyDefinition;
  readonly pass: readonly Parts[];
  readonly fail: readonly Parts[];
}

/** Parts of a Pod. */
export interface Parts {
  /** Of its container. */
  readonly c?: object;
  /** Of its spec. */
  readonly s?: object;
  /** Of its metadata. */
  readonly m?: object;
}

const context = (securityContext: object): Parts => ({ c: { securityContext } });
const ofPod = (securityContext: object): Parts => ({ s: { securityContext } });
const init = (container: object): Parts => ({
  s: { initContainers: [{ name: 'first', image: 'ghcr.io/owner/init:1', ...container }] },
});
const debugging = (container: object): Parts => ({
  s: { ephemeralContainers: [{ name: 'debug', image: 'ghcr.io/owner/debug:1', ...container }] },
});
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/main';

/** The presets that ask something of Pods. */
export const FIXTURES: readonly Fixture[] = [
  {
    preset: baseline.disallowCapabilities(),
    pass: [{}, context({ capabilities: { add: ['CHOWN'] } })],
    fail: [
      context({ capabilities: { add: ['NET_RAW'] } }),
      init({ securityContext: { capabilities: { add: ['SYS_ADMIN'] } } }),
      debugging({ securityContext: { capabilities: { add: ['SYS_PTRACE'] } } }),
    ],
  },
  {
    preset: baseline.disallowHostNamespaces(),
    pass: [{}, { s: { hostNetwork: false } }],
    fail: [{ s: { hostNetwork: true } }, { s: { hostPID: true } }, { s: { hostIPC: true } }],
  },
  {
    preset: baseline.disallowHostPath(),
    pass: [{}, { s: { volumes: [{ name: 'a', emptyDir: {} }] } }],
    fail: [
      {
        s: {
          volumes: [
            { name: 'a', emptyDir: {} },
            { name: 'b', hostPath: { path: '/etc' } },
          ],
        },
      },
    ],
  },
  {
    preset: baseline.disallowHostPorts(),
    pass: [{}, { c: { ports: [{ containerPort: 80 }] } }, { c: { ports: [{ containerPort: 80, hostPort: 0 }] } }],
    fail: [{ c: { ports: [{ containerPort: 80, hostPort: 80 }] } }],
  },
  {
    preset: baseline.disallowHostProcess(),
    pass: [{}, context({ windowsOptions: { hostProcess: false } })],
    fail: [context({ windowsOptions: { hostProcess: true } }), ofPod({ windowsOptions: { hostProcess: true } })],
  },
  {
    preset: baseline.disallowPrivilegedContainers(),
    pass: [{}, context({ privileged: false })],
    fail: [context({ privileged: true }), init({ securityContext: { privileged: true } })],
  },
  {
    preset: baseline.disallowProcMount(),
    pass: [{}, context({ procMount: 'Default' })],
    fail: [context({ procMount: 'Unmasked' })],
  },
  {
    preset: baseline.disallowSelinux(),
    pass: [{}, context({ seLinuxOptions: { type: 'container_t' } }), ofPod({ seLinuxOptions: { level: 's0' } })],
    fail: [
      context({ seLinuxOptions: { type: 'spc_t' } }),
      ofPod({ seLinuxOptions: { user: 'system_u' } }),
      context({ seLinuxOptions: { role: 'object_r' } }),
    ],
  },
  {
    preset: baseline.restrictAppArmor(),
    pass: [
      {},
      context({ appArmorProfile: { type: 'RuntimeDefault' } }),
      { m: { annotations: { [APPARMOR]: 'localhost/mine' } } },
      { m: { annotations: { other: 'unconfined' } } },
    ],
    fail: [context({ appArmorProfile: { type: 'Unconfined' } }), { m: { annotations: { [APPARMOR]: 'unconfined' } } }],
  },
  {
    preset: baseline.restrictSeccomp(),
    pass: [{}, ofPod({ seccompProfile: { type: 'Localhost' } })],
    fail: [ofPod({ seccompProfile: { type: 'Unconfined' } }), context({ seccompProfile: { type: 'Unconfined' } })],
  },
  {
    preset: baseline.restrictSysctls(),
    pass: [{}, ofPod({ sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] })],
    fail: [ofPod({ sysctls: [{ name: 'kernel.msgmax', value: '65536' }] })],
  },
  {
    preset: restricted.disallowCapabilitiesStrict(),
    pass: [
      context({ capabilities: { drop: ['ALL'] } }),
      context({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }),
    ],
    fail: [
      {},
      context({ capabilities: { drop: ['NET_RAW'] } }),
      context({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
    ],
  },
  {
    preset: restricted.disallowPrivilegeEscalation(),
    pass: [context({ allowPrivilegeEscalation: false })],
    fail: [{}, context({ allowPrivilegeEscalation: true })],
  },
  {
    preset: restricted.requireRunAsNonRootUser(),
    pass: [{}, context({ runAsUser: 1000 })],
    fail: [context({ runAsUser: 0 }), ofPod({ runAsUser: 0 })],
  },
  {
    preset: restricted.requireRunAsNonRoot(),
    pass: [ofPod({ runAsNonRoot: true }), context({ runAsNonRoot: true })],
    fail: [
      {},
      { ...ofPod({ runAsNonRoot: true }), ...context({ runAsNonRoot: false }) },
      ofPod({ runAsNonRoot: false }),
    ],
  },
  {
    preset: restricted.restrictSeccompStrict(),
    pass: [ofPod({ seccompProfile: { type: 'RuntimeDefault' } }), context({ seccompProfile: { type: 'Localhost' } })],
    fail: [{}, context({ seccompProfile: { type: 'Unconfined' } })],
  },
  {
    preset: restricted.restrictVolumeTypes(),
    pass: [
      {},
      {
        s: {
          volumes: [
            { name: 'a', configMap: { name: 'a' } },
            { name: 'b', image: { reference: 'a' } },
          ],
        },
      },
    ],
    fail: [{ s: { volumes: [{ name: 'a', nfs: { server: 'a', path: '/' } }] } }],
  },
  {
    preset: best.disallowLatestTag(),
    pass: [{}, { c: { image: 'reg:5000/app:1' } }, { c: { image: 'app@sha256:0a' } }],
    fail: [
      { c: { image: 'app' } },
      { c: { image: 'app:latest' } },
      { c: { image: 'reg:5000/app' } },
      init({ image: 'a/b:latest' }),
    ],
  },
  {
    preset: best.requireLabels({ labels: ['app.kubernetes.io/name'] }),
    pass: [{ m: { labels: { 'app.kubernetes.io/name': 'a' } } }],
    fail: [{}, { m: { labels: { 'app.kubernetes.io/name': '' } } }, { m: { labels: { app: 'a' } } }],
  },
  {
    preset: best.requireLimitsAndRequests(),
    pass: [{ c: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } } } }],
    fail: [
      {},
      { c: { resources: { requests: { cpu: '1', memory: '1Gi' } } } },
      { c: { resources: { limits: { memory: '1Gi' } } } },
    ],
  },
  {
    preset: best.restrictImageRegistries({ registries: ['ghcr.io/owner', 'docker.io/library', 'quay.io'] }),
    pass: [
      {},
      { c: { image: 'nginx:1' } },
      { c: { image: 'docker.io/library/nginx:1' } },
      { c: { image: 'quay.io/a/b:1' } },
    ],
    fail: [
      { c: { image: 'ghcr.io/other/app:1' } },
      { c: { image: 'itzg/minecraft-server:1' } },
      { c: { image: 'quayXio/a:1' } },
      { c: { image: 'localhost/nginx:1' } },
      { c: { image: 'ghcr.io/owner-not/app:1' } },
      debugging({ image: 'evil.example.com/a:1' }),
    ],
  },
];
