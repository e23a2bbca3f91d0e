/**
 * Health of what a controller accepts or refuses for each of its parents (`status.parents` of routes,
 * `status.ancestors` of policies): Degraded where one refuses, Healthy once one that looked at this generation accepts,
 * Progressing until then. Argo CD v3.4.4 has such a check for HTTPRoute and GRPCRoute, and none for the others.
 */
const accepted = (list: 'parents' | 'ancestors') => `local generation = obj.metadata.generation
local judged = false
for _, parent in ipairs((obj.status or {}).${list} or {}) do
  for _, condition in ipairs(parent.conditions or {}) do
    local current = condition.observedGeneration == nil or condition.observedGeneration == generation
    if current and (condition.type == "Accepted" or condition.type == "ResolvedRefs") then
      if condition.status == "False" then
        return { status = "Degraded", message = condition.reason .. ": " .. tostring(condition.message) }
      end
      if condition.type == "Accepted" and condition.status == "True" then judged = true end
    end
  end
end
if judged then return { status = "Healthy", message = "Accepted" } end
return { status = "Progressing", message = "No controller has accepted it yet" }
`;

/** For TCPRoute, TLSRoute and UDPRoute. */
export const routeHealth = accepted('parents');

/** For policies that are attached to Gateways and routes. */
export const policyHealth = accepted('ancestors');
