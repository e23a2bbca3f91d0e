/** Annotations of a Service for the cloud controller of OpenStack. Source: kubernetes/cloud-provider-openstack v1.35.0, pkg/openstack/loadbalancer.go. */
export const LOAD_BALANCER_PREFIX = 'loadbalancer.openstack.org/';
export const INTERNAL_ANNOTATION = 'service.beta.kubernetes.io/openstack-internal-load-balancer';
