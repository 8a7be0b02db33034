import { asText } from '../../../weapp-runner/dynamic'
import { nameOf, roleOf } from '../../../weapp-runner/view-layer/roles'
import { textOf, type ViewElement } from '../../../weapp-runner/view-layer/tree'
import { hasRole, isClass, isInside, quote, saysOf, type HeardPage } from './heard'

/** What is wrong, one sentence each. */
export type Rule = (page: HeardPage) => string[]

const CONTROL_ROLES = ['button', 'link', 'checkbox', 'radio', 'switch', 'gridcell', 'textbox', 'combobox', 'slider']
/** A sign or an arrow is no name. */
const WORDS = /[\p{L}\p{N}]/u

const isField = ({ tag }: ViewElement): boolean => tag === 'input' || tag === 'textarea'

const faults = (
  elements: readonly ViewElement[],
  isWrong: (element: ViewElement) => boolean,
  what: string | ((element: ViewElement) => string),
): string[] => elements.filter(isWrong).map((element) => `${quote(element)} ${typeof what === 'string' ? what : what(element)}`)

export const controlsAreHeard: Rule = ({ controls }) => [
  ...(controls.length === 0 ? ['nothing can be pressed'] : []),
  ...faults(controls, (one) => !CONTROL_ROLES.includes(roleOf(one)), 'can be pressed, and has no role that says so'),
  ...faults(controls, (one) => !WORDS.test(nameOf(one)), 'has no name'),
  ...faults(controls, (one) => isInside(one, (outer) => controls.includes(outer)), 'is a control within another'),
]

const STATE_OF: Readonly<Record<string, string>> = {
  checkbox: 'aria-checked',
  radio: 'aria-checked',
  switch: 'aria-checked',
  gridcell: 'aria-selected',
}
const STATES = ['checked', 'selected', 'expanded', 'disabled', 'invalid', 'required', 'busy'].map((state) => `aria-${state}`)
/** What the eye sees by these classes, the ear hears by this. */
const SEEN_AS: Readonly<Record<string, string>> = {
  'ov-button-off': 'aria-disabled',
  'ov-choice-off': 'aria-disabled',
  'ov-choice-on': 'aria-checked',
  'ov-day-chosen': 'aria-selected',
  'ov-input-failed': 'aria-invalid',
}

const isYesOrNo = (said: string): boolean => said === 'true' || said === 'false'

export const statesAreHeard: Rule = ({ all, controls }) => [
  ...controls.flatMap((one) => {
    const state = STATE_OF[roleOf(one)]
    return state === undefined || isYesOrNo(saysOf(one, state)) ? [] : [`${quote(one)} has no ${state}`]
  }),
  ...STATES.flatMap((state) =>
    faults(
      all,
      (one) => saysOf(one, state) !== '' && !isYesOrNo(saysOf(one, state)),
      `has an ${state} other than true and false`,
    ),
  ),
  ...Object.entries(SEEN_AS).flatMap(([name, state]) =>
    faults(all, (one) => isClass(one, name) && saysOf(one, state) !== 'true', `looks ${name}, and is not ${state}`),
  ),
]

export const fieldsAreLabelled: Rule = ({ all }) => {
  const fields = all.filter(isField)
  const isRequired = (one: ViewElement): boolean => saysOf(one, 'aria-required') === 'true'
  // The parts of a date are left out together: their group says so once.
  const groups = all.filter(hasRole('group'))
  const groupOf = (one: ViewElement): string =>
    groups
      .filter((group) => isInside(one, (outer) => outer === group))
      .map((group) => saysOf(group, 'aria-label'))
      .join()
  const isLabelSeen = (label: string): boolean => all.some((one) => !isField(one) && textOf(one).trim() === label)
  return [
    ...faults(fields, (one) => saysOf(one, 'aria-label') === '', 'has no label: what is written into it is none'),
    ...faults(
      fields,
      (one) => saysOf(one, 'aria-label') !== '' && !isLabelSeen(saysOf(one, 'aria-label')),
      'is called otherwise than what stands above it',
    ),
    ...faults(
      fields,
      (one) => isRequired(one) === (saysOf(one, 'aria-label') + groupOf(one)).includes('可以不填'),
      'does not say whether it must be filled in',
    ),
  ]
}

/** Elements that `aria-describedby` and `aria-labelledby` name, which are read out even when they are hidden. */
const named = (page: HeardPage, ids: string): (ViewElement | undefined)[] =>
  ids
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => page.all.find((one) => asText(one.attrs.id) === id))

export const errorsAreHeard: Rule = (page) => {
  const { all } = page
  const wrong = all.filter((one) => saysOf(one, 'aria-invalid') === 'true')
  const alert = all.filter(hasRole('alert')).map(textOf).join(' ')
  const messages = (one: ViewElement): string[] =>
    named(page, saysOf(one, 'aria-describedby')).flatMap((text) => (text && isClass(text, 'ov-error') ? [textOf(text)] : []))
  return [
    ...['aria-describedby', 'aria-labelledby'].flatMap((link) =>
      faults(all, (one) => named(page, saysOf(one, link)).includes(undefined), `has an ${link} that leads nowhere`),
    ),
    ...faults(wrong, (one) => messages(one).length === 0, 'is wrong, and does not say what to mend'),
    ...faults(
      all.filter((one) => isClass(one, 'ov-error')),
      (one) => !all.some((other) => saysOf(other, 'aria-describedby').split(/\s+/).includes(asText(one.attrs.id))),
      'is not read out with what it is about',
    ),
    ...faults(
      all.filter((one) => isClass(one, 'ov-error')),
      (one) => !alert.includes(textOf(one).replace(/^[^：]*：/, '')),
      'stands beside a field, and is not said in the summary',
    ),
  ]
}

const LIVE: Readonly<Record<string, string>> = { alert: 'assertive', status: 'polite' }

export const newsAreAnnounced: Rule = ({ all }) => [
  ...faults(
    all.filter(hasRole('alert', 'status')),
    (one) => saysOf(one, 'aria-live') !== LIVE[roleOf(one)],
    (one) => `is not announced: its aria-live is not ${LIVE[roleOf(one)] ?? ''}`,
  ),
  ...(all.some((one) => isClass(one, 'ov-error-summary') && roleOf(one) !== 'alert')
    ? ['the summary of errors is no alert']
    : []),
  ...(all.some(hasRole('status')) ? [] : ['the page has no place that says when the network is gone']),
]

export const headingsAreInOrder: Rule = ({ all }) => {
  const headings = all.filter(hasRole('heading'))
  const levels = headings.map((one) => Number(saysOf(one, 'aria-level')))
  const first = levels.filter((level) => level === 1).length
  return [
    ...(first === 1 && levels[0] === 1 ? [] : [`the page begins with ${levels.length === 0 ? 'no heading' : levels.join(', ')}`]),
    ...faults(headings, (one) => nameOf(one) === '', 'is empty'),
    ...faults(headings, (one) => !['1', '2', '3'].includes(saysOf(one, 'aria-level')), 'has no level'),
    ...(levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) ? ['a level of headings is left out'] : []),
  ]
}

const PICTURES = new Set(['image', 'canvas', 'camera', 'video', 'cover-image'])

export const picturesAreNamed: Rule = ({ all }) =>
  faults(
    all.filter((one) => PICTURES.has(one.tag) || roleOf(one) === 'img'),
    (one) => saysOf(one, 'aria-label') === '' && !isInside(one, (outer) => roleOf(outer) === 'img'),
    'is a picture without words',
  )

const WHOLE = ['radiogroup', 'group', 'list', 'grid', 'table', 'region', 'navigation']
/** What means nothing outside of these. */
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  radio: ['radiogroup'],
  listitem: ['list'],
  row: ['grid', 'table'],
  gridcell: ['row'],
  cell: ['row'],
  rowheader: ['row'],
  columnheader: ['row'],
}

export const groupsAreWhole: Rule = ({ all }) => [
  ...faults(all.filter(hasRole(...WHOLE)), (one) => saysOf(one, 'aria-label') === '', 'is a group without a name'),
  ...Object.entries(PART_OF).flatMap(([part, wholes]) =>
    faults(all.filter(hasRole(part)), (one) => !isInside(one, hasRole(...wholes)), `stands outside of a ${wholes.join(' or ')}`),
  ),
  ...(all.filter(hasRole('main')).length === 1 ? [] : ['the page has no main part, or several']),
]

export const helpIsNear: Rule = ({ controls }) =>
  controls.some((one) => /^打电话/.test(nameOf(one)) && isInside(one, hasRole('contentinfo')))
    ? []
    : ['there is no telephone at the foot of the page']

const NEVER_SHOWN = /\b\d{4}-\d{2}-\d{2}(T|\b(?!-))|undefined|\bnull\b|\bNaN\b|\[object/

export const wordsAreForPeople: Rule = ({ all }) => {
  const own = all.flatMap(({ children }) => children.flatMap((child) => (child.kind === 'text' ? [child.text] : [])))
  return own.filter((text) => NEVER_SHOWN.test(text)).map((text) => `“${text.slice(0, 40)}” is not for people`)
}
