/** Values of the chart kyverno, as far as they are set here. Source: kyverno/kyverno v1.19.0, charts/kyverno (3.9.0). */
export interface KyvernoValues {
  readonly config: {
    /** Whether Helm keeps the ConfigMap when the chart goes; Argo CD would never be done deleting it. */
    readonly preserve: boolean;
  };
  readonly features: {
    readonly policyExceptions: {
      readonly enabled: boolean;
      /** The one namespace whose exceptions count, or `*`. */
      readonly namespace?: string;
    };
  };
  readonly admissionController: ControllerValues;
  readonly backgroundController: ControllerValues;
  readonly cleanupController: ControllerValues;
  readonly reportsController: ControllerValues;
}

interface ControllerValues {
  readonly replicas: number;
  readonly serviceMonitor?: { readonly enabled: boolean };
}
