/** What the evaluation follows. */
export const EVALUATED =
  'Kyverno v1.19, pkg/cel and pkg/engine; Kubernetes v1.36, apiserver/pkg/admission/plugin/policy; Gatekeeper v3.23.0';
