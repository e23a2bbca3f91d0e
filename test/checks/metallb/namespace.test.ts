import { AppProject } from '../../../constructs/argocd/app-project';
import { MetalLb } from '../../../constructs/metallb/metal-lb';
import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

/** A pool and its advertisement, in MetalLB's namespace or in the application's. */
const pool =
  (isHome: boolean): Fill =>
  (app, cluster) => {
    const lb = new MetalLb(cluster, { project: new AppProject(cluster, 'network', { description: '' }) });
    const object = (kind: string, namespace: string, spec: object) =>
      raw(app, kind, { apiVersion: 'metallb.io/v1beta1', kind, metadata: { name: 'lan', namespace }, spec });
    object('IPAddressPool', lb.namespace, { addresses: ['10.64.0.0/24'] });
    object('L2Advertisement', isHome ? lb.namespace : 'app', { ipAddressPools: ['lan'] });
  };

testRule('metallb/namespace', {
  wrong: [['another namespace', pool(false), 'is in app, and MetalLB reads metallb-system']],
  right: { 'its own': pool(true) },
});
