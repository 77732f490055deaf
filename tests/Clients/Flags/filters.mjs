// The board's own filters for @microsoft/feature-management, meaning what they mean on the server: docs/feature-flags.md.
// The context of an evaluation is { userId, groups, isEmployer, areaCodes, appPlatform, appVersion, accountCreatedAt, lastTimes,
// now }; times in milliseconds, lastTimes by the name of the event. An evaluation without a userId is not for these.

const day = 24 * 60 * 60 * 1000;

/** Where in 0 to 100 a person stands: the function of the library, which does not export it. */
export async function percentileOf(userId, hint) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${userId}\n${hint}`));
  return (new DataView(hash).getUint32(0, true) / 0xffffffff) * 100;
}

/** Up to four numbers, whatever follows a hyphen or plus; undefined for anything else. */
export function parseVersion(text) {
  const parts = (text ?? "").split(/[-+]/)[0].split(".");
  if (parts.length > 4 || parts.some((part) => !/^[0-9]+$/.test(part))) return undefined;
  return [0, 1, 2, 3].map((index) => Number(parts[index] ?? 0));
}

function compareVersions(left, right) {
  for (let index = 0; index < 4; index++) if (left[index] !== right[index]) return left[index] - right[index];
  return 0;
}

function isWithinDays({ MinDays, MaxDays }, since, now) {
  const days = Math.floor((now - since) / day);
  return (MinDays === undefined || days >= MinDays) && (MaxDays === undefined || days <= MaxDays);
}

const role = {
  name: "Jobs.Role",
  evaluate: ({ parameters }, person) => person.isEmployer === (parameters.Role === "employer"),
};

const neighborhood = {
  name: "Jobs.Neighborhood",
  evaluate: ({ parameters }, person) => person.areaCodes.some((code) => parameters.Codes.includes(code)),
};

const app = {
  name: "Jobs.App",
  evaluate: ({ parameters: { Platforms, MinVersion, BelowVersion } }, person) => {
    if (Platforms !== undefined && !Platforms.includes(person.appPlatform)) return false;
    if (MinVersion === undefined && BelowVersion === undefined) return true;
    const version = parseVersion(person.appVersion);
    if (version === undefined) return false;
    return (MinVersion === undefined || compareVersions(version, parseVersion(MinVersion)) >= 0)
      && (BelowVersion === undefined || compareVersions(version, parseVersion(BelowVersion)) < 0);
  },
};

const accountAge = {
  name: "Jobs.AccountAge",
  evaluate: ({ parameters }, person) =>
    person.accountCreatedAt !== undefined && isWithinDays(parameters, person.accountCreatedAt, person.now),
};

const daysSince = {
  name: "Jobs.DaysSince",
  evaluate: ({ parameters }, person) => {
    const last = person.lastTimes[parameters.Event];
    return last === undefined ? parameters.IfNever ?? false : isWithinDays(parameters, last, person.now);
  },
};

const layer = {
  name: "Jobs.Layer",
  evaluate: async ({ parameters: { Layer, From, To } }, person) => {
    if (To <= From) return false;
    const percentile = await percentileOf(person.userId, `layer-${Layer}`);
    return percentile >= From && (percentile < To || To === 100);
  },
};

/** The custom filters of a feature manager; a prerequisite is asked of the manager that they are for. */
export function boardFilters(findManager) {
  const prerequisite = {
    name: "Jobs.Prerequisite",
    evaluate: async ({ parameters }, person) =>
      (await findManager().isEnabled(parameters.Flag, person)) === (parameters.IsEnabled ?? true),
  };
  return [role, neighborhood, app, accountAge, daysSince, layer, prerequisite];
}
