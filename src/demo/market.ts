/** Where each team sells: accounts that don't exist, and what they buy. */
export interface Market {
  readonly currency: string;
  readonly accounts: readonly string[];
}

export const products = [
  'Dock Scheduling',
  'Route Planner',
  'Yard Visibility',
  'Carrier Portal',
  'Cold Chain Alerts',
] as const;

/** In the order in which a deal goes through them. */
export const openStages = ['Discovery', 'Evaluation', 'Proposal', 'Negotiation'] as const;

export const markets: Readonly<Record<string, Market>> = {
  Northeast: {
    currency: 'USD',
    accounts: [
      'Atlas Cold Storage',
      'Harbor & Pine Logistics',
      'Delancey Freight',
      'Merrimack Foods',
      'Tri-County Carriers',
      'Beacon Hill Beverages',
      'Quarry Road Supply',
      'Northgate Grocers',
      'Sable Pharma',
      'Ironbridge Haulage',
      'Fulton Produce',
      'Catskill Dairy',
      'Lakeshore Parcel',
      'Hudson Medical Supply',
      'Penobscot Seafood',
    ],
  },
  Southeast: {
    currency: 'USD',
    accounts: [
      'Magnolia Distribution',
      'Gulfstream Produce',
      'Savannah Port Services',
      'Peachtree Parcel',
      'Bluewater Reefer Lines',
      'Okefenokee Timber',
      'Palmetto Building Supply',
      'Cypress Home Goods',
      'Suncoast Pharma',
      'Redclay Brewing',
      'Everglade Foods',
      'Piedmont Textiles',
      'Tidewater Tire',
    ],
  },
  'DACH and Nordics': {
    currency: 'EUR',
    accounts: [
      'Nordfracht',
      'Alpenkühl',
      'Hanse Kontor Logistik',
      'Rheintal Getränke',
      'Fjordlast',
      'Öresund Spedition',
      'Steinbach Papier',
      'Tiroler Molkerei',
      'Kranich Pharma',
      'Elbe Automotive',
      'Vinterfrakt',
      'Isarland Möbel',
      'Bergwerk Stahlhandel',
      'Lumen Elektrogroßhandel',
      'Havbris Seafood',
    ],
  },
  'Southeast Asia': {
    currency: 'SGD',
    accounts: [
      'Mekong Cold Storage',
      'Straits Parcel',
      'Selat Shipping',
      'Garuda Spice Trading',
      'Luzon Retail Group',
      'Orchid Pharma',
      'Johor Palm Logistics',
      'Saigon Fresh',
      'Changi Airfreight',
      'Cebu Marine',
      'Bangka Minerals',
      'Kinabalu Foods',
      'Red Lantern Electronics',
    ],
  },
};
