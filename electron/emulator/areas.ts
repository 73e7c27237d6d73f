/** The location of a North American geographic number. Columns as in Twilio's AvailablePhoneNumbers answers. */
const columns = [
  'areaCode',
  'locality',
  'region',
  'rateCenter',
  'postalCode',
  'lata',
  'latitude',
  'longitude',
] as const;
export type Area = Record<(typeof columns)[number], string>;

/** Areas of the United States in which the emulator sells local numbers. */
export const usAreas: readonly Area[] = [
  area('415', 'San Francisco', 'CA', 'SNFC CNTRL', '94102', '722', '37.779000', '-122.420000'),
  area('212', 'New York', 'NY', 'NWYRCYZN01', '10001', '132', '40.750700', '-73.996500'),
  area('202', 'Washington', 'DC', 'WSHNGTNZN1', '20001', '236', '38.912000', '-77.016000'),
  area('206', 'Seattle', 'WA', 'SEATTLE', '98101', '674', '47.610000', '-122.334000'),
  area('305', 'Miami', 'FL', 'MIAMI', '33101', '460', '25.779000', '-80.198000'),
  area('312', 'Chicago', 'IL', 'CHICGOZN01', '60601', '358', '41.885800', '-87.622900'),
  area('323', 'Los Angeles', 'CA', 'LSAN DA 07', '90028', '730', '34.099900', '-118.326800'),
  area('503', 'Portland', 'OR', 'PORTLAND', '97201', '672', '45.505000', '-122.690000'),
  area('512', 'Austin', 'TX', 'AUSTIN', '78701', '558', '30.271300', '-97.742600'),
  area('617', 'Boston', 'MA', 'BOSTON', '02108', '128', '42.357600', '-71.068400'),
  area('720', 'Denver', 'CO', 'DENVER', '80202', '656', '39.749100', '-104.994600'),
  area('808', 'Honolulu', 'HI', 'HONOLULU', '96813', '834', '21.317900', '-157.852100'),
];

/** Areas of Canada in which the emulator sells local numbers. */
export const caAreas: readonly Area[] = [
  area('416', 'Toronto', 'ON', 'TORONTO', 'M5H', '888', '43.650000', '-79.384000'),
  area('514', 'Montreal', 'QC', 'MONTREAL', 'H3B', '888', '45.500000', '-73.568000'),
  area('604', 'Vancouver', 'BC', 'VANCOUVER', 'V6B', '888', '49.279000', '-123.115000'),
  area('403', 'Calgary', 'AB', 'CALGARY', 'T2P', '888', '51.048000', '-114.065000'),
  area('613', 'Ottawa', 'ON', 'OTTAWAHULL', 'K1P', '888', '45.421000', '-75.698000'),
  area('902', 'Halifax', 'NS', 'HALIFAX', 'B3J', '888', '44.646000', '-63.574000'),
];

/** Area codes that are free to call (47 CFR 52.101 and its successors). */
export const tollFreeAreaCodes: readonly string[] = ['800', '888', '877', '866', '855', '844', '833'];

function area(...values: string[]): Area {
  return Object.fromEntries(columns.map((name, index) => [name, values[index]])) as Area;
}
