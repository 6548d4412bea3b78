/** The names of the contract alone: the preload carries no schemas. A test holds them to it. */
export const NAMES: { readonly methods: readonly string[]; readonly news: readonly string[] } = {
  methods: [
    'program.start',
    'people.signIn',
    'people.unlock',
    'people.lock',
    'people.signOut',
    'records.route',
    'records.production',
    'entries.save',
    'drafts.all',
    'drafts.write',
    'sync.status',
    'sync.now',
  ],
  news: ['changed'],
};
