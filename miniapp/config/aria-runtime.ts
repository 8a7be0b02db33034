import { mergeInternalComponents } from '@tarojs/shared'
import aria from './aria-attributes.json'

// The same list as the build's (aria-plugin.ts): with another, properties would arrive under the wrong short names.
const attributes = Object.fromEntries(aria.attributes.map((attribute) => [attribute, '']))
mergeInternalComponents(Object.fromEntries(aria.components.map((component) => [component, { ...attributes }])))
