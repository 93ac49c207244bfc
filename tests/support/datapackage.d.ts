/** The part of datapackage-js that the tests use; the package brings no types of its own. */
declare module 'datapackage' {
  interface Resource {
    name: string;
    read(options: { keyed: true }): Promise<Record<string, unknown>[]>;
  }
  interface Package {
    valid: boolean;
    errors: Error[];
    resources: Resource[];
  }
  const datapackage: { Package: { load(descriptor: string): Promise<Package> } };
  export default datapackage;
}
