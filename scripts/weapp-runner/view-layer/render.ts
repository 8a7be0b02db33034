import { asText } from '../dynamic'
import { ComponentUnit, type PageUnit, type UnitEnvironment } from '../logic-layer/unit'
import type { Modules } from '../logic-layer/modules'
import type { PackageFiles } from '../package-files'
import { isTemplateNode, type TemplateNode, type Templates } from './templates'
import { attribute, type EventOwner, type ViewElement } from './tree'

/** Where a template's nodes go: their parent, who hears their events, and what the template may use. */
interface Place {
  parent: ViewElement
  owner: EventOwner
  key: string
  components: Map<string, string>
  /** Children the owner was given by its user, for its `<slot>`; null in a page. */
  slotted: { nodes: unknown[]; place: Place } | null
}

/** Turns templates and data into one tree per page, with its custom components alive. */
export class Renderer {
  private readonly componentsByUnit = new Map<string, Map<string, string>>()

  constructor(
    private readonly files: PackageFiles,
    private readonly modules: Modules,
    private readonly templates: Templates,
    private readonly environment: UnitEnvironment,
  ) {}

  /** The page's tree; renders again only after its data have changed. Components' life-cycle functions may run. */
  refresh(page: PageUnit): ViewElement {
    if (page.tree && !page.isStale) return page.tree
    page.isStale = false
    const root: ViewElement = { kind: 'element', tag: 'page', attrs: {}, children: [], parent: null, owner: page, key: 'page' }
    page.tree = root
    const seen = new Set<string>()
    const place: Place = { parent: root, owner: page, key: 'page', components: this.componentsOf(page.path), slotted: null }
    this.build(this.templates.render(`${page.path}.wxml`, page.data), place, page, seen)
    for (const [key, component] of page.components) {
      if (seen.has(key)) continue
      page.components.delete(key)
      component.lifetime('detached')
    }
    return root
  }

  private componentsOf(unit: string): Map<string, string> {
    const known = this.componentsByUnit.get(unit) ?? this.files.componentsOf(unit)
    this.componentsByUnit.set(unit, known)
    return known
  }

  private build(node: unknown, place: Place, page: PageUnit, seen: Set<string>): void {
    if (node === null || node === undefined || typeof node === 'boolean') return
    if (!isTemplateNode(node)) {
      place.parent.children.push({ kind: 'text', text: asText(node), parent: place.parent })
      return
    }
    const tag = node.tag.replace(/^wx-/, '')
    if (tag === 'virtual' || tag === 'page') this.buildAll(node.children, place, page, seen)
    else if (tag === 'slot') this.buildSlot(node, place, page, seen)
    else this.buildElement(tag, node, place, page, seen)
  }

  private buildAll(nodes: unknown[] | undefined, place: Place, page: PageUnit, seen: Set<string>): void {
    nodes?.forEach((child, index) => {
      const own = isTemplateNode(child) && child.wxKey !== undefined ? `*${asText(child.wxKey)}` : String(index)
      this.build(child, { ...place, key: `${place.key}.${own}` }, page, seen)
    })
  }

  private buildSlot(node: TemplateNode, place: Place, page: PageUnit, seen: Set<string>): void {
    if (!place.slotted) return
    const name = asText(node.attr?.name)
    const { nodes, place: outer } = place.slotted
    const chosen = nodes.filter((child) => (isTemplateNode(child) ? asText(child.attr?.slot) : '') === name)
    this.buildAll(chosen, { ...outer, parent: place.parent, key: `${place.key}/${name}` }, page, seen)
  }

  private buildElement(tag: string, node: TemplateNode, place: Place, page: PageUnit, seen: Set<string>): void {
    const { parent, owner, key } = place
    const element: ViewElement = { kind: 'element', tag, attrs: node.attr ?? {}, children: [], parent, owner, key }
    parent.children.push(element)
    const inside: Place = { ...place, parent: element }
    const component = place.components.get(tag)
    if (component === undefined) this.buildAll(node.children, inside, page, seen)
    else this.buildComponent(component, element, { nodes: node.children ?? [], place: inside }, page, seen)
  }

  private buildComponent(path: string, element: ViewElement, slotted: Place['slotted'], page: PageUnit, seen: Set<string>): void {
    const key = `${element.key}@${path}#${asText(attribute(element, 'id'))}`
    seen.add(key)
    const known = page.components.get(key)
    const component = known ?? new ComponentUnit(path, this.modules.unit(path), this.environment, page)
    page.components.set(key, component)
    component.node = element
    if (!known) component.lifetime('created')
    component.receive(element.attrs)
    if (!known) component.lifetime('attached')
    const place: Place = { parent: element, owner: component, key, components: this.componentsOf(path), slotted }
    this.build(this.templates.render(`${path}.wxml`, component.data), place, page, seen)
    if (!known) component.lifetime('ready')
  }
}
