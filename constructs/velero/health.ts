/** Argo CD v3.5 has no health check for Velero's kinds. */
export const locationHealth = `local phase = (obj.status or {}).phase
if phase == "Available" then return { status = "Healthy", message = "Available" } end
if phase == "Unavailable" then
  return { status = "Degraded", message = obj.status.message or "Unavailable" }
end
return { status = "Progressing", message = "Velero has not looked at it yet" }
`;

export const scheduleHealth = `if (obj.spec or {}).paused then return { status = "Suspended", message = "Paused" } end
local status = obj.status or {}
if status.phase == "Enabled" then
  return { status = "Healthy", message = "Last backup: " .. (status.lastBackup or "none yet") }
end
if status.phase == "FailedValidation" then
  return { status = "Degraded", message = table.concat(status.validationErrors or {}, "; ") }
end
return { status = "Progressing", message = "Velero has not looked at it yet" }
`;
