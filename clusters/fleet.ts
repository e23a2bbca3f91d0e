import { Fleet } from '../fleet/fleet';

/** What all clusters share. */
export const fleet = new Fleet({ repository: 'https://github.com/example/fleet', revision: 'main' });
