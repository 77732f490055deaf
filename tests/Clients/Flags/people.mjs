// Made-up people for the comparison of the two libraries; tests/Experiments.Tests/Flags/Vectors/VectorPerson.cs makes the same.

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const now = Date.parse("2026-03-06T00:00:00Z");
const areas = [
  [], ["1168064000", "1168000000", "1100000000"], ["1168000000", "1100000000"], ["2600000000"],
  ["4100000000"], ["1100000000"], ["1168064000", "1168000000", "1100000000", "2600000000"],
];
const platforms = ["ios", "android", "web", undefined, "ios"];

function userIdOf(index) {
  if (index % 3 === 1) return String(1_000_000 + index * 3);
  if (index % 3 === 2) return String((1n << 59n) + BigInt(index) * 104_729n);
  return String(index);
}

export function person(index) {
  const isEmployer = index % 4 === 0;
  const areaCodes = areas[index % areas.length];
  const lastTimes = {};
  if (index % 3 !== 0) lastTimes["application-submitted"] = now - (index % 40) * day - index * minute;
  if (index % 5 !== 0) lastTimes["application-read"] = now - (index % 9) * day;
  if (isEmployer) lastTimes["application-received"] = now - (index % 13) * day - 1;
  if (isEmployer) lastTimes["post-published"] = now - (index % 17) * day + 1;
  return {
    userId: userIdOf(index),
    groups: [
      ...(index % 50 === 0 ? ["product-manager"] : []), isEmployer ? "employer" : "applicant",
      ...areaCodes.map((code) => `area-${code}`),
    ],
    isEmployer,
    areaCodes,
    appPlatform: platforms[index % platforms.length],
    appVersion: index % 11 === 0 ? undefined : `${index % 4}.${index % 6}.${index % 3}${index % 7 === 0 ? "-beta" : ""}`,
    accountCreatedAt: now - (index % 500) * day - index * minute,
    lastTimes,
    now,
  };
}
