export type LockedPackage = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** package-lock.json, as far as it matters here: its packages by their path. */
export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

/**
 * The optional packages, most of them for other platforms, that a lock file should name and doesn't.
 * npm leaves out what the registry of the day does not hold, and `npm ci` then refuses the file.
 */
export function missingPackages({ packages }: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isFound(packages, path, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        cpu: [cpuOf(name)],
        ...(dev && { dev }),
        optional: true,
        os: [osOf(name)],
      };
    }
  }
  return missing;
}

/** As Node looks: in the package's own node_modules, then in those above it. */
function isFound(packages: Lock['packages'], from: string, name: string): boolean {
  if ((from ? `${from}/node_modules/${name}` : `node_modules/${name}`) in packages) return true;
  const above = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1));
  return from !== '' && isFound(packages, above, name);
}

const systems = ['android', 'darwin', 'freebsd', 'openharmony', 'win32'];

function osOf(name: string): string {
  if (name.includes('windows')) return 'win32';
  return systems.find((system) => name.includes(system)) ?? 'linux';
}

function cpuOf(name: string): string {
  return /arm64|ia32|ppc64|riscv64|s390x|(?<=-)arm\b/.exec(name)?.[0] ?? 'x64';
}
