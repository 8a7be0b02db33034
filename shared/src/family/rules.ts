/** At most so many people on one account, and so many accounts that show one person (domain: Proxy service, Family). */
export const FAMILY_LIMIT = { peoplePerAccount: 8, accountsPerPerson: 3 } as const

/** Who somebody is to the person who is signed in. */
export const RELATIONS = ['child', 'parent', 'spouse', 'grandparent', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

export const RELATION_TEXT: Readonly<Record<Relation, string>> = {
  child: '孩子',
  parent: '父亲或母亲',
  spouse: '丈夫或妻子',
  grandparent: '爷爷奶奶或外公外婆',
  other: '其他家人',
}

/** A minor is bound by the household register; everybody else by their own consent. Civil Code, article 17. */
export const ADULT_AGE = 18

/** How long a request waits for the other person's consent; days. */
export const CONSENT_DAYS = 7
