declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options: { readonly keyed: true; readonly relations: true }): Promise<object[]>;
  }
  export class Package {
    static load(descriptor: string, options: { readonly strict: boolean }): Promise<Package>;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}

declare module 'xspattern' {
  export function compile(pattern: string): (text: string) => boolean;
}
