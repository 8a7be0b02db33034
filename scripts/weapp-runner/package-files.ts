import fs from 'node:fs'
import path from 'node:path'
import { asDictionary, asList, asStrings, asText, isDictionary, type Dictionary } from './dynamic'

export interface Subpackage {
  root: string
  pages: string[]
}

export interface Tab {
  pagePath: string
  icons: string[]
}

/** Subpackages that are loaded while a page is read. */
export interface Preload {
  page: string
  network: string
  roots: string[]
}

/** app.json as the runner and the checks need it. */
export interface AppConfig {
  mainPages: string[]
  subpackages: Subpackage[]
  tabs: Tab[] | null
  preload: Preload[]
  usesPrivacyCheck: boolean
  /** Functions about the person's position that app.json declares. */
  privateInfos: string[]
}

export const MAIN_PACKAGE = '(main)'

const rootOf = (name: string): string => name.replace(/\/?$/, '/')

/** WeChat calls the main package `__APP__` there, takes a subpackage's `name` as well, and Wi-Fi alone when no network is said. */
function readPreload(rule: unknown, subpackages: readonly Dictionary[]): Preload[] {
  const named = new Map(subpackages.map((one) => [asText(one.name), rootOf(asText(one.root))]))
  return Object.entries(asDictionary(rule)).map(([page, value]) => {
    const { network, packages } = asDictionary(value)
    const roots = asStrings(packages).map((name) => (name === '__APP__' ? MAIN_PACKAGE : (named.get(name) ?? rootOf(name))))
    return { page, network: network === undefined ? 'wifi' : asText(network), roots }
  })
}

function readAppConfig(json: Dictionary): AppConfig {
  const subpackages = asList(json.subPackages ?? json.subpackages).map(asDictionary)
  const tabs = isDictionary(json.tabBar) ? asList(json.tabBar.list).map(asDictionary) : null
  return {
    mainPages: asStrings(json.pages),
    subpackages: subpackages.map((one) => ({ root: rootOf(asText(one.root)), pages: asStrings(one.pages) })),
    tabs:
      tabs?.map((tab) => ({ pagePath: asText(tab.pagePath), icons: asStrings([tab.iconPath, tab.selectedIconPath]) })) ?? null,
    preload: readPreload(json.preloadRule, subpackages),
    usesPrivacyCheck: json.__usePrivacyCheck__ === true,
    privateInfos: asStrings(json.requiredPrivateInfos),
  }
}

function listFiles(dist: string): string[] {
  const entries = fs.readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort()
}

/** A built package on disk, read once. All paths are relative to it and use `/`. */
export class PackageFiles {
  readonly dist: string
  readonly list: string[]
  readonly app: AppConfig
  readonly invalidJson: { file: string; message: string }[] = []
  private readonly names: Set<string>
  private readonly jsonByFile = new Map<string, Dictionary>()

  constructor(dist: string) {
    if (!fs.existsSync(path.join(dist, 'app.json'))) throw new Error(`${dist} is not a built WeChat package: it has no app.json`)
    this.dist = path.resolve(dist)
    this.list = listFiles(this.dist)
    this.names = new Set(this.list)
    for (const file of this.withEnding('.json')) this.readJson(file)
    this.app = readAppConfig(this.json('app.json'))
  }

  private readJson(file: string): void {
    try {
      this.jsonByFile.set(file, asDictionary(JSON.parse(this.read(file))))
    } catch (thrown) {
      this.invalidJson.push({ file, message: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }

  has(file: string): boolean {
    return this.names.has(file)
  }

  withEnding(ending: string): string[] {
    return this.list.filter((file) => file.endsWith(ending))
  }

  read(file: string): string {
    return fs.readFileSync(path.join(this.dist, file), 'utf8')
  }

  size(file: string): number {
    return fs.statSync(path.join(this.dist, file)).size
  }

  /** The JSON file, or `{}` when it is missing or broken. */
  json(file: string): Dictionary {
    return this.jsonByFile.get(file) ?? {}
  }

  get subpackagePages(): string[] {
    return this.app.subpackages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page)))
  }

  get pages(): string[] {
    return [...this.app.mainPages, ...this.subpackagePages]
  }

  isTab(page: string): boolean {
    return this.app.tabs?.some((tab) => tab.pagePath === page) ?? false
  }

  /** Root folder of the subpackage a file belongs to, or `(main)`. */
  packageOf(file: string): string {
    return this.app.subpackages.find(({ root }) => file.startsWith(root))?.root ?? MAIN_PACKAGE
  }

  /** Custom components a page or component may use: tag → path of the component. */
  componentsOf(unit: string): Map<string, string> {
    const found = new Map<string, string>()
    for (const [file, folder] of [
      ['app.json', '.'],
      [`${unit}.json`, path.posix.dirname(unit)],
    ] as const) {
      const used = asDictionary(this.json(file).usingComponents)
      for (const [tag, target] of Object.entries(used)) found.set(tag, resolveInPackage(asText(target), folder))
    }
    return found
  }
}

/** A path inside the package: absolute ones start at its root, relative ones at `folder`. */
export const resolveInPackage = (target: string, folder: string): string =>
  target.startsWith('/') ? target.slice(1) : path.posix.normalize(path.posix.join(folder, target))
