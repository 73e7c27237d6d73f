import { allCountries, type NumberType } from './countries.ts';
import { invalidParameter } from './errors.ts';
import { metaBody, paginate } from './paging.ts';
import { endUserTypes, regulationOf, type Regulation, type Scope } from './regulation.ts';
import { isoCountryParam, numberTypeParam } from './regulatoryParams.ts';
import { requested, type Handler, type RestRequest } from './rest.ts';
import type { BundleState } from './state.ts';

/** `GET /v2/RegulatoryCompliance/Regulations` (numbers.twilio.com): paged with `meta`. 400/20001 for a bad filter. */
export const listRegulations: Handler = ({ world }, request) => {
  const [country, numberType] = [isoCountryParam(request.query), numberTypeParam(request.query)];
  const endUserType = endUserTypeParam(request.query);
  const regulations = regulationsFor(world.bundles).filter((regulation) => {
    if (country !== null && regulation.isoCountry !== country) return false;
    if (numberType !== null && regulation.numberType !== numberType) return false;
    return endUserType === null || regulation.endUserType === endUserType;
  });
  const page = paginate(request, regulations, ({ sid }) => sid);
  return { status: 200, body: metaBody(request, 'results', page, (one) => regulationResource(request, one)) };
};

/** `GET /v2/RegulatoryCompliance/Regulations/{Sid}`. 404/20404 for an unknown one. */
export const fetchRegulation: Handler = ({ world }, request) => ({
  status: 200,
  body: regulationResource(request, requested(regulationsFor(world.bundles), request)),
});

/** Those of every country that requires bundles, and those of the account's other bundles. */
function regulationsFor(bundles: readonly BundleState[]): Regulation[] {
  const sold = allCountries
    .filter(({ bundle }) => bundle)
    .flatMap(({ iso, offers }) => {
      const types = Object.keys(offers) as NumberType[];
      return types.map((type): Scope => ({ isoCountry: iso, numberType: type === 'tollFree' ? 'toll-free' : type }));
    });
  const all = [...sold, ...bundles].flatMap((scope) => endUserTypes.map((endUser) => regulationOf(scope, endUser)));
  return [...new Map(all.map((regulation) => [regulation.sid, regulation])).values()];
}

function endUserTypeParam(query: URLSearchParams): string | null {
  const endUserType = query.get('EndUserType');
  if (endUserType === null || (endUserTypes as readonly string[]).includes(endUserType)) return endUserType;
  throw invalidParameter(`EndUserType must be one of ${endUserTypes.join(', ')}`);
}

/** Required documents are not emulated. */
function regulationResource(request: RestRequest, regulation: Regulation): Record<string, unknown> {
  return {
    sid: regulation.sid,
    friendly_name: regulation.friendlyName,
    iso_country: regulation.isoCountry,
    number_type: regulation.numberType,
    end_user_type: regulation.endUserType,
    requirements: null,
    url: `${request.origin}/v2/RegulatoryCompliance/Regulations/${regulation.sid}`,
  };
}
