# Generated from openapi/ by `make generate`; do not edit.
"""One class per resource; each module is loaded when the attribute of the client is first touched."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from daftra_async.resource import Executor
    from daftra_async.resources.advance_payments import AdvancePayments
    from daftra_async.resources.apps import Apps
    from daftra_async.resources.asset_locations import AssetLocations
    from daftra_async.resources.asset_types import AssetTypes
    from daftra_async.resources.attendance_logs import AttendanceLogs
    from daftra_async.resources.bookings import Bookings
    from daftra_async.resources.branches import Branches
    from daftra_async.resources.brands import Brands
    from daftra_async.resources.charge_usages import ChargeUsages
    from daftra_async.resources.client_appointments import ClientAppointments
    from daftra_async.resources.client_attendance_logs import ClientAttendanceLogs
    from daftra_async.resources.client_payments import ClientPayments
    from daftra_async.resources.clients import Clients
    from daftra_async.resources.cost_centers import CostCenters
    from daftra_async.resources.credit_charges import CreditCharges
    from daftra_async.resources.credit_notes import CreditNotes
    from daftra_async.resources.credit_type_packages import CreditTypePackages
    from daftra_async.resources.credit_types import CreditTypes
    from daftra_async.resources.credit_usages import CreditUsages
    from daftra_async.resources.departments import Departments
    from daftra_async.resources.designations import Designations
    from daftra_async.resources.employee_assets import EmployeeAssets
    from daftra_async.resources.employment_types import EmploymentTypes
    from daftra_async.resources.entities import Entities
    from daftra_async.resources.estimate_appointments import EstimateAppointments
    from daftra_async.resources.estimates import Estimates
    from daftra_async.resources.expenses import Expenses
    from daftra_async.resources.follow_up_actions import FollowUpActions
    from daftra_async.resources.follow_up_statuses import FollowUpStatuses
    from daftra_async.resources.incomes import Incomes
    from daftra_async.resources.invoice_appointments import InvoiceAppointments
    from daftra_async.resources.invoice_payments import InvoicePayments
    from daftra_async.resources.invoices import Invoices
    from daftra_async.resources.journal_accounts import JournalAccounts
    from daftra_async.resources.journal_cats import JournalCats
    from daftra_async.resources.journals import Journals
    from daftra_async.resources.leave_applications import LeaveApplications
    from daftra_async.resources.listing import Listing
    from daftra_async.resources.multi_entity import MultiEntity
    from daftra_async.resources.notes import Notes
    from daftra_async.resources.oauth import Oauth
    from daftra_async.resources.packages import Packages
    from daftra_async.resources.payment_gateways import PaymentGateways
    from daftra_async.resources.product_bundles import ProductBundles
    from daftra_async.resources.product_categories import ProductCategories
    from daftra_async.resources.products import Products
    from daftra_async.resources.purchase_debit_notes import PurchaseDebitNotes
    from daftra_async.resources.purchase_invoices import PurchaseInvoices
    from daftra_async.resources.purchase_refunds import PurchaseRefunds
    from daftra_async.resources.refund_receipts import RefundReceipts
    from daftra_async.resources.requisitions import Requisitions
    from daftra_async.resources.site_info import SiteInfo
    from daftra_async.resources.staff import Staff
    from daftra_async.resources.stock_transactions import StockTransactions
    from daftra_async.resources.storages import Storages
    from daftra_async.resources.stores import Stores
    from daftra_async.resources.suppliers import Suppliers
    from daftra_async.resources.taxes import Taxes
    from daftra_async.resources.time_tracking import TimeTracking
    from daftra_async.resources.treasuries import Treasuries
    from daftra_async.resources.unit_templates import UnitTemplates
    from daftra_async.resources.work_order_appointments import WorkOrderAppointments
    from daftra_async.resources.work_orders import WorkOrders
    from daftra_async.resources.workflow_records import WorkflowRecords

NAMES = (
    "advance_payments",
    "apps",
    "asset_locations",
    "asset_types",
    "attendance_logs",
    "bookings",
    "branches",
    "brands",
    "charge_usages",
    "client_appointments",
    "client_attendance_logs",
    "client_payments",
    "clients",
    "cost_centers",
    "credit_charges",
    "credit_notes",
    "credit_type_packages",
    "credit_types",
    "credit_usages",
    "departments",
    "designations",
    "employee_assets",
    "employment_types",
    "entities",
    "estimate_appointments",
    "estimates",
    "expenses",
    "follow_up_actions",
    "follow_up_statuses",
    "incomes",
    "invoice_appointments",
    "invoice_payments",
    "invoices",
    "journal_accounts",
    "journal_cats",
    "journals",
    "leave_applications",
    "listing",
    "multi_entity",
    "notes",
    "oauth",
    "packages",
    "payment_gateways",
    "product_bundles",
    "product_categories",
    "products",
    "purchase_debit_notes",
    "purchase_invoices",
    "purchase_refunds",
    "refund_receipts",
    "requisitions",
    "site_info",
    "staff",
    "stock_transactions",
    "storages",
    "stores",
    "suppliers",
    "taxes",
    "time_tracking",
    "treasuries",
    "unit_templates",
    "work_order_appointments",
    "work_orders",
    "workflow_records",
)
"""Every resource, as its attribute on the client is called."""


class Resources:
    """The resources of an account, as attributes."""

    @cached_property
    def advance_payments(self) -> AdvancePayments:
        """Prepayments by clients, stored as invoices of type 19."""
        from daftra_async.resources.advance_payments import AdvancePayments

        return AdvancePayments(cast("Executor", self))

    @cached_property
    def apps(self) -> Apps:
        """Marketplace apps and whether they are active here."""
        from daftra_async.resources.apps import Apps

        return Apps(cast("Executor", self))

    @cached_property
    def asset_locations(self) -> AssetLocations:
        """Places where employee assets are kept or used."""
        from daftra_async.resources.asset_locations import AssetLocations

        return AssetLocations(cast("Executor", self))

    @cached_property
    def asset_types(self) -> AssetTypes:
        """Kinds that employee assets are sorted into."""
        from daftra_async.resources.asset_types import AssetTypes

        return AssetTypes(cast("Executor", self))

    @cached_property
    def attendance_logs(self) -> AttendanceLogs:
        """Sign-in and sign-out moments of employees."""
        from daftra_async.resources.attendance_logs import AttendanceLogs

        return AttendanceLogs(cast("Executor", self))

    @cached_property
    def bookings(self) -> Bookings:
        """Appointments for services that a client has reserved."""
        from daftra_async.resources.bookings import Bookings

        return Bookings(cast("Executor", self))

    @cached_property
    def branches(self) -> Branches:
        """Branches of the business with contact data and status."""
        from daftra_async.resources.branches import Branches

        return Branches(cast("Executor", self))

    @cached_property
    def brands(self) -> Brands:
        """Brand names that products can carry."""
        from daftra_async.resources.brands import Brands

        return Brands(cast("Executor", self))

    @cached_property
    def charge_usages(self) -> ChargeUsages:
        """Amounts a credit usage takes from a particular credit charge."""
        from daftra_async.resources.charge_usages import ChargeUsages

        return ChargeUsages(cast("Executor", self))

    @cached_property
    def client_appointments(self) -> ClientAppointments:
        """Scheduled follow-ups and meetings that belong to a client."""
        from daftra_async.resources.client_appointments import ClientAppointments

        return ClientAppointments(cast("Executor", self))

    @cached_property
    def client_attendance_logs(self) -> ClientAttendanceLogs:
        """Recorded visits of clients; can only be created."""
        from daftra_async.resources.client_attendance_logs import ClientAttendanceLogs

        return ClientAttendanceLogs(cast("Executor", self))

    @cached_property
    def client_payments(self) -> ClientPayments:
        """Payments received from a client rather than for one invoice."""
        from daftra_async.resources.client_payments import ClientPayments

        return ClientPayments(cast("Executor", self))

    @cached_property
    def clients(self) -> Clients:
        """Customers, people or businesses, that documents are issued to."""
        from daftra_async.resources.clients import Clients

        return Clients(cast("Executor", self))

    @cached_property
    def cost_centers(self) -> CostCenters:
        """Primary and secondary cost centers used in accounting."""
        from daftra_async.resources.cost_centers import CostCenters

        return CostCenters(cast("Executor", self))

    @cached_property
    def credit_charges(self) -> CreditCharges:
        """Points or credits given to a client, with expiry."""
        from daftra_async.resources.credit_charges import CreditCharges

        return CreditCharges(cast("Executor", self))

    @cached_property
    def credit_notes(self) -> CreditNotes:
        """Documents that lower what a client owes you."""
        from daftra_async.resources.credit_notes import CreditNotes

        return CreditNotes(cast("Executor", self))

    @cached_property
    def credit_type_packages(self) -> CreditTypePackages:
        """Amounts of each credit type that a package contains."""
        from daftra_async.resources.credit_type_packages import CreditTypePackages

        return CreditTypePackages(cast("Executor", self))

    @cached_property
    def credit_types(self) -> CreditTypes:
        """Kinds of points or credits, with their unit."""
        from daftra_async.resources.credit_types import CreditTypes

        return CreditTypes(cast("Executor", self))

    @cached_property
    def credit_usages(self) -> CreditUsages:
        """Occasions on which a client spent points or credits."""
        from daftra_async.resources.credit_usages import CreditUsages

        return CreditUsages(cast("Executor", self))

    @cached_property
    def departments(self) -> Departments:
        """Departments of the organisation and their managers."""
        from daftra_async.resources.departments import Departments

        return Departments(cast("Executor", self))

    @cached_property
    def designations(self) -> Designations:
        """Job titles, optionally tied to a department."""
        from daftra_async.resources.designations import Designations

        return Designations(cast("Executor", self))

    @cached_property
    def employee_assets(self) -> EmployeeAssets:
        """Company assets held by employees or kept in storage."""
        from daftra_async.resources.employee_assets import EmployeeAssets

        return EmployeeAssets(cast("Executor", self))

    @cached_property
    def employment_types(self) -> EmploymentTypes:
        """Forms of employment, such as full time or contract."""
        from daftra_async.resources.employment_types import EmploymentTypes

        return EmploymentTypes(cast("Executor", self))

    @cached_property
    def entities(self) -> Entities:
        """Generic reader for any documented v2 entity by key."""
        from daftra_async.resources.entities import Entities

        return Entities(cast("Executor", self))

    @cached_property
    def estimate_appointments(self) -> EstimateAppointments:
        """Scheduled follow-ups that belong to an estimate."""
        from daftra_async.resources.estimate_appointments import EstimateAppointments

        return EstimateAppointments(cast("Executor", self))

    @cached_property
    def estimates(self) -> Estimates:
        """Quotations offered to clients before an invoice is issued."""
        from daftra_async.resources.estimates import Estimates

        return Estimates(cast("Executor", self))

    @cached_property
    def expenses(self) -> Expenses:
        """Money spent, with category, treasury and attachments."""
        from daftra_async.resources.expenses import Expenses

        return Expenses(cast("Executor", self))

    @cached_property
    def follow_up_actions(self) -> FollowUpActions:
        """Kinds of action an appointment or note can have."""
        from daftra_async.resources.follow_up_actions import FollowUpActions

        return FollowUpActions(cast("Executor", self))

    @cached_property
    def follow_up_statuses(self) -> FollowUpStatuses:
        """Custom workflow statuses for clients, invoices and other records."""
        from daftra_async.resources.follow_up_statuses import FollowUpStatuses

        return FollowUpStatuses(cast("Executor", self))

    @cached_property
    def incomes(self) -> Incomes:
        """Money received that did not come from an invoice."""
        from daftra_async.resources.incomes import Incomes

        return Incomes(cast("Executor", self))

    @cached_property
    def invoice_appointments(self) -> InvoiceAppointments:
        """Scheduled follow-ups that belong to an invoice."""
        from daftra_async.resources.invoice_appointments import InvoiceAppointments

        return InvoiceAppointments(cast("Executor", self))

    @cached_property
    def invoice_payments(self) -> InvoicePayments:
        """Payments received against a single invoice."""
        from daftra_async.resources.invoice_payments import InvoicePayments

        return InvoicePayments(cast("Executor", self))

    @cached_property
    def invoices(self) -> Invoices:
        """Sales invoices with their lines, payments and custom fields."""
        from daftra_async.resources.invoices import Invoices

        return Invoices(cast("Executor", self))

    @cached_property
    def journal_accounts(self) -> JournalAccounts:
        """Ledger accounts of the chart of accounts."""
        from daftra_async.resources.journal_accounts import JournalAccounts

        return JournalAccounts(cast("Executor", self))

    @cached_property
    def journal_cats(self) -> JournalCats:
        """Category nodes that group ledger accounts into a tree."""
        from daftra_async.resources.journal_cats import JournalCats

        return JournalCats(cast("Executor", self))

    @cached_property
    def journals(self) -> Journals:
        """Accounting entries with their debit and credit transactions."""
        from daftra_async.resources.journals import Journals

        return Journals(cast("Executor", self))

    @cached_property
    def leave_applications(self) -> LeaveApplications:
        """Requests of employees for leave, lateness or early departure."""
        from daftra_async.resources.leave_applications import LeaveApplications

        return LeaveApplications(cast("Executor", self))

    @cached_property
    def listing(self) -> Listing:
        """Id-to-title maps of small lookup lists."""
        from daftra_async.resources.listing import Listing

        return Listing(cast("Executor", self))

    @cached_property
    def multi_entity(self) -> MultiEntity:
        """Several v2 reads answered together in one request."""
        from daftra_async.resources.multi_entity import MultiEntity

        return MultiEntity(cast("Executor", self))

    @cached_property
    def notes(self) -> Notes:
        """Texts logged on a client, document or other record."""
        from daftra_async.resources.notes import Notes

        return Notes(cast("Executor", self))

    @cached_property
    def oauth(self) -> Oauth:
        """Access and refresh tokens issued for a user login."""
        from daftra_async.resources.oauth import Oauth

        return Oauth(cast("Executor", self))

    @cached_property
    def packages(self) -> Packages:
        """Credit or membership packages with price and period."""
        from daftra_async.resources.packages import Packages

        return Packages(cast("Executor", self))

    @cached_property
    def payment_gateways(self) -> PaymentGateways:
        """Payment methods set up for the account."""
        from daftra_async.resources.payment_gateways import PaymentGateways

        return PaymentGateways(cast("Executor", self))

    @cached_property
    def product_bundles(self) -> ProductBundles:
        """Links from a bundle product to a component and quantity."""
        from daftra_async.resources.product_bundles import ProductBundles

        return ProductBundles(cast("Executor", self))

    @cached_property
    def product_categories(self) -> ProductCategories:
        """Groups that products are sorted into; read only here."""
        from daftra_async.resources.product_categories import ProductCategories

        return ProductCategories(cast("Executor", self))

    @cached_property
    def products(self) -> Products:
        """Goods and services for sale, with prices and stock settings."""
        from daftra_async.resources.products import Products

        return Products(cast("Executor", self))

    @cached_property
    def purchase_debit_notes(self) -> PurchaseDebitNotes:
        """Debit notes on the purchase side, with their lines."""
        from daftra_async.resources.purchase_debit_notes import PurchaseDebitNotes

        return PurchaseDebitNotes(cast("Executor", self))

    @cached_property
    def purchase_invoices(self) -> PurchaseInvoices:
        """Supplier bills with their lines; called PurchaseOrder on the wire."""
        from daftra_async.resources.purchase_invoices import PurchaseInvoices

        return PurchaseInvoices(cast("Executor", self))

    @cached_property
    def purchase_refunds(self) -> PurchaseRefunds:
        """Documents for bought goods sent back to a supplier."""
        from daftra_async.resources.purchase_refunds import PurchaseRefunds

        return PurchaseRefunds(cast("Executor", self))

    @cached_property
    def refund_receipts(self) -> RefundReceipts:
        """Documents for sold goods returned and money given back."""
        from daftra_async.resources.refund_receipts import RefundReceipts

        return RefundReceipts(cast("Executor", self))

    @cached_property
    def requisitions(self) -> Requisitions:
        """Inbound, outbound and transfer orders for warehouse stock."""
        from daftra_async.resources.requisitions import Requisitions

        return Requisitions(cast("Executor", self))

    @cached_property
    def site_info(self) -> SiteInfo:
        """The account's own settings: name, currency, timezone, date format."""
        from daftra_async.resources.site_info import SiteInfo

        return SiteInfo(cast("Executor", self))

    @cached_property
    def staff(self) -> Staff:
        """Employees and users of the account; read only here."""
        from daftra_async.resources.staff import Staff

        return Staff(cast("Executor", self))

    @cached_property
    def stock_transactions(self) -> StockTransactions:
        """Single movements of product quantity into or out of warehouses."""
        from daftra_async.resources.stock_transactions import StockTransactions

        return StockTransactions(cast("Executor", self))

    @cached_property
    def storages(self) -> Storages:
        """Storage rooms for assets not handed to an employee."""
        from daftra_async.resources.storages import Storages

        return Storages(cast("Executor", self))

    @cached_property
    def stores(self) -> Stores:
        """Warehouses that hold the stock of the account."""
        from daftra_async.resources.stores import Stores

        return Stores(cast("Executor", self))

    @cached_property
    def suppliers(self) -> Suppliers:
        """Vendors the account buys goods and services from."""
        from daftra_async.resources.suppliers import Suppliers

        return Suppliers(cast("Executor", self))

    @cached_property
    def taxes(self) -> Taxes:
        """Tax rates that document lines refer to by id."""
        from daftra_async.resources.taxes import Taxes

        return Taxes(cast("Executor", self))

    @cached_property
    def time_tracking(self) -> TimeTracking:
        """Hours staff members logged on projects and activities."""
        from daftra_async.resources.time_tracking import TimeTracking

        return TimeTracking(cast("Executor", self))

    @cached_property
    def treasuries(self) -> Treasuries:
        """Cash boxes and bank accounts that money moves through."""
        from daftra_async.resources.treasuries import Treasuries

        return Treasuries(cast("Executor", self))

    @cached_property
    def unit_templates(self) -> UnitTemplates:
        """Sets of measuring units with their conversion factors."""
        from daftra_async.resources.unit_templates import UnitTemplates

        return UnitTemplates(cast("Executor", self))

    @cached_property
    def work_order_appointments(self) -> WorkOrderAppointments:
        """Scheduled follow-ups that belong to a work order."""
        from daftra_async.resources.work_order_appointments import WorkOrderAppointments

        return WorkOrderAppointments(cast("Executor", self))

    @cached_property
    def work_orders(self) -> WorkOrders:
        """Jobs that tie together a client, costs and documents."""
        from daftra_async.resources.work_orders import WorkOrders

        return WorkOrders(cast("Executor", self))

    @cached_property
    def workflow_records(self) -> WorkflowRecords:
        """Records of a user-defined workflow, chosen by workflow id."""
        from daftra_async.resources.workflow_records import WorkflowRecords

        return WorkflowRecords(cast("Executor", self))
