import { list } from './words.ts';
import type { Words } from './words.ts';

export const french: Words = {
  roster: {
    email: list(`
      E-mail professionnel | Email professionnel | Adresse e-mail professionnelle
      Courriel professionnel | Adresse e-mail | Adresse mail | Courriel | Adresse courriel
      Adresse électronique | Mél | Mail professionnel
    `),
    name: list(`
      Nom complet | Nom et prénom | Prénom et nom | Nom, prénom | Nom prénom | Prénom nom | Nom
      Nom du salarié | Salarié | Employé | Nom de l’employé | Collaborateur | Nom du collaborateur
      Commercial | Vendeur
    `),
    display_name: list('Nom affiché | Nom d’affichage | Nom complet affiché | Utilisateur'),
    first_name: list('Prénom'),
    last_name: list('Nom de famille | Nom d’usage'),
    manager_email: list(`
      E-mail du manager | E-mail du responsable | Email du manager | Email du responsable
      Adresse e-mail du responsable | E-mail manager | Courriel du responsable
    `),
    manager_name: list(`
      Nom du manager | Responsable hiérarchique | Supérieur hiérarchique | Responsable
      Nom du responsable | Supérieur | Chef | Chef d’équipe | Directeur commercial | Responsable direct
      Manager direct | N+1 | Rattaché à | Rapporte à
    `),
    manager_first_name: list('Prénom du manager | Prénom du responsable'),
    manager_last_name: list('Nom de famille du manager | Nom de famille du responsable'),
    manager_id: list(`
      ID du manager | Matricule du manager | Matricule du responsable | Matricule responsable
      ID du responsable | Matricule N+1
    `),
    started_on: list(`
      Date d’entrée | Date d’embauche | Date d’arrivée | Date de début | Date de début de contrat
      Date d’ancienneté | Embauché le | Entrée le
    `),
    time_zone: list('Fuseau horaire'),
    country: list('Pays | Code pays | Pays de travail | Pays/Région'),
    region: list('Région | État | Province'),
    team: list(`
      Équipe | Équipe commerciale | Service | Département | Bureau | Agence | Direction | Division
    `),
    id: list(`
      Matricule | Numéro de matricule | Numéro d’employé | N° employé | ID employé | Identifiant salarié
      Numéro de salarié | Numéro du personnel | Numéro d’identification
    `),
    rep_id: list(`
      ID utilisateur | Identifiant utilisateur | ID du propriétaire | ID CRM | ID commercial
      ID du commercial
    `),
    slack_id: list('ID Slack | Identifiant Slack'),
    account: list('Nom d’utilisateur | Identifiant de connexion'),
    last_day: list(`
      Date de sortie | Date de départ | Date de fin | Date de fin de contrat | Dernier jour
      Dernier jour travaillé | Fin de contrat | Sorti le
    `),
    status: list('Statut | Statut d’emploi | Statut du salarié | Statut de l’employé | État du compte'),
    active: list('Actif | Est actif | Activé'),
    inactive: list('Inactif | Suspendu | Désactivé | Supprimé'),
    kind: list('Type de compte | Type d’utilisateur'),
  },
  deals: {
    id: list(`
      ID de l’opportunité | ID d’opportunité | ID opportunité | ID de la transaction
      ID transaction | ID de fiche d’informations | ID de l’enregistrement | ID d’enregistrement
      ID de l’affaire | ID affaire | N° d’opportunité | Identifiant | Référence | N° affaire
      N° d’affaire
    `),
    name: list(`
      Nom de l’opportunité | Nom d’opportunité | Opportunité | Nom de la transaction | Transaction
      Nom de l’affaire | Affaire | Nom | Titre | Intitulé
    `),
    account: list(`
      Nom du compte | Compte | Entreprise | Nom de l’entreprise | Entreprise associée | Société | Client
      Nom du client | Organisation | Client potentiel
    `),
    product: list('Produit | Nom du produit'),
    owner_email: list('E-mail du propriétaire | Email du propriétaire | E-mail du commercial'),
    owner: list(`
      Propriétaire | Propriétaire de l’opportunité | Propriétaire de l’opportunité: Nom complet
      Propriétaire d’opportunité | Propriétaire de la transaction | Propriétaire de l’affaire
      Nom du propriétaire | Commercial | Vendeur | Responsable | Attribué à | Assigné à
    `),
    owner_first_name: list('Prénom du propriétaire | Propriétaire de l’opportunité: Prénom'),
    owner_last_name: list('Nom de famille du propriétaire | Propriétaire de l’opportunité: Nom de famille'),
    owner_id: list(`
      ID du propriétaire | ID propriétaire | ID utilisateur | ID du propriétaire de l’opportunité
    `),
    pipeline: list('Pipeline de la transaction'),
    stage: list(`
      Étape | Étape de l’opportunité | Phase | Phase de la transaction | Étape de la transaction
      Étape de vente | Étape du pipeline | Stade
    `),
    amount: list(`
      Montant | Valeur | Montant de l’opportunité | Montant de la transaction
      Valeur de l’affaire | Chiffre d’affaires | CA | Montant HT | Montant TTC
    `),
    other_amount: list('Montant (converti) | Montant dans la devise de l’entreprise'),
    currency: list(`
      Devise | Code devise | Montant Devise | Devise du montant | Devise de l’opportunité
      Monnaie
    `),
    opened_on: list('Date de création | Créé le | Créée le | Date d’ouverture | Ouverte le'),
    last_activity_on: list(`
      Dernière activité | Date de la dernière activité | Date de dernière activité | Dernier contact
      Date du dernier contact
    `),
    close_on: list('Date de clôture | Date de fermeture | Date de signature'),
    expected_close_on: list(`
      Date de clôture prévue | Date de clôture estimée | Date de fermeture prévue
      Date de fermeture estimée | Clôture prévue | Clôture prévue le
    `),
    closed_on: list(`
      Date de clôture réelle | Clôturé le | Clôturée le | Fermée le | Gagnée le | Perdue le | Date de gain
      Date de perte
    `),
    status: list('Statut | Statut de l’opportunité | Statut de la transaction | Résultat'),
    is_closed: list('Fermé | Fermée | Clôturé | Clôturée | Clos'),
    is_won: list('Gagné | Gagnée | Gagnées'),
  },
};
