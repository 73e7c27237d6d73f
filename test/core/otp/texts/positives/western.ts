import { coded } from '../list.ts';

/** German, Romance and Dutch. */
export const western = coded({
  de: [
    '493027 | Ihr Bestätigungscode für Nordkauf lautet: 493027. Er ist 10 Minuten gültig.',
    '581904 | Die mTAN für Ihre Überweisung über 1.250,00 EUR auf das Konto DE..4417 lautet 581904. Talbank',
    '7206 | 7206 ist dein Rollido-Code. Gib ihn nicht weiter!',
    '638115 | Geben Sie den Code 638 115 ein, um Ihre Anmeldung vom 12.03.2026 um 14:05 Uhr zu bestaetigen.',
  ],
  fr: [
    '827340 | Votre code de vérification Boréal est 827340. Ne le communiquez à personne.',
    '40918 | Boréa Banque : pour valider votre achat de 89,90€ chez LA MAISON BLEUE avec la carte se terminant par 5523, saisissez le code 40918.',
    '662903 | 662903 est votre code de sécurité Papillo. Il expire dans 5 minutes.',
    '3817 | Voici votre code : 3817. À usage unique.',
  ],
  es: [
    '519046 | Tu código de verificación de Solaria es 519046. No lo compartas con nadie.',
    '73902 | Banco Olmo: clave 73902 para confirmar la compra de 45,60 EUR en TIENDA VERDE con tarjeta *8812.',
    '204817 | Usa 204817 para iniciar sesion en Mercadillo.',
  ],
  'es-MX': [
    '4471 | Tu código Rapidín es 4471. Nunca lo compartas.',
    '880213 | Banco Jacaranda: Tu código de seguridad es 880213 para tu compra por $1,350.00 MXN en COMERCIAL LA PALMA. No lo proporciones a nadie. Dudas 55 1234 5678.',
  ],
  'pt-BR': [
    '391750 | Seu código de verificação Ipêzinho é 391750. Não compartilhe com ninguém.',
    '605188 | Banco Jatoba: use o codigo 605188 para autorizar a compra de R$ 249,90 no cartao final 3307.',
    '92047 | 92047 e seu codigo de acesso ao app Correria',
  ],
  'pt-PT': [
    '713906 | O seu código de autenticação Azulejo é 713906. Válido durante 5 minutos.',
    '458210 | Banco Serra: para confirmar a transferência de 320,00 EUR para o IBAN PT50..9917 introduza o código SMS 458210.',
  ],
  it: [
    '640271 | Il tuo codice di verifica Girasole è 640271.',
    '185937 | Banca Lago: per autorizzare il pagamento di 59,00 EUR presso LIBRERIA CENTRALE con la carta *6610 inserisci il codice 185937.',
    '30416 | 30416 è il codice per accedere a Pronto. Non condividerlo con nessuno.',
  ],
  nl: [
    '927615 | Je verificatiecode voor Tulpenplein is 927615. Deel deze code met niemand.',
    '46082 | Uw sms-code is 46082. Deze is 10 minuten geldig.',
    '351870 | Gebruik 351 870 om in te loggen bij Fietsbank.',
  ],
});
